import type { LeakSamples } from '@liaison/sdk/testing'
import type { CoreTestHost } from '../start-test-host.ts'
import { administrationSamples } from './administration-samples.ts'
import { directorySamples, invitationSamples } from './directory-samples.ts'
import { realtimeSamples, signInSamples, tourSamples, viewSamples } from './sign-in-samples.ts'

/** What the core's own rooms say to the leak walk. A room with a new table, or a door about rows, says so here. */
export const leakSamples = (host: CoreTestHost): readonly LeakSamples[] => [
  directorySamples,
  invitationSamples(host),
  signInSamples,
  viewSamples,
  realtimeSamples,
  tourSamples,
  ...administrationSamples,
]
