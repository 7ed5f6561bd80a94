import type { Localizer } from '@liaison/sdk/web'
import { tourMessages } from './locales/tour-messages.ts'
import { type TourStep, tourSteps } from './tour-steps.ts'
import './tour.ts'

interface Shell {
  readonly root: ParentNode
  readonly localizer: Localizer
  readonly navigation: readonly { readonly label: string; readonly path: string }[]
}

/** The tour of the shell as it stands now, with the modules that are on for the person. */
export async function shellTour({ root, localizer, navigation }: Shell): Promise<readonly TourStep[]> {
  await localizer.add('tour', tourMessages)
  const [first] = navigation
  return tourSteps({
    rail: root.querySelector('ln-rail')?.shadowRoot,
    bar: root.querySelector('ln-bottom-bar')?.shadowRoot,
    topBar: root.querySelector('ln-top-bar')?.shadowRoot,
    isPhone: matchMedia('(max-width: 719px)').matches,
    module: first === undefined ? undefined : { label: localizer.text(first.label), path: first.path },
    keys: /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘ K' : 'Ctrl K',
    say: (key, values) => localizer.text(key, values),
  })
}
