import type { AnyPlugin } from '../server/index.ts'
import type { LeakSamples } from './leaks/leak-samples.ts'
import type { TestHost, TestHostOptions } from './test-host.ts'

interface CoreTesting {
  startTestHost(plugins: readonly AnyPlugin[], options: TestHostOptions): Promise<TestHost>
  leakSamples(host: TestHost): readonly LeakSamples[]
}

/** The core depends on the SDK, so the SDK knows it by name only; whoever tests a plugin has both installed. */
const name: string = '@liaison/core/testing'
export const coreTesting = async (): Promise<CoreTesting> => (await import(name)) as CoreTesting
