import type { AnyPlugin } from '../server/index.ts'
import type { TestHost, TestHostOptions } from './test-host.ts'

export { type DoorWalk, walkDoors, type WrongDoor } from './door-walk.ts'
export type { RequestOptions, TestHost, TestHostOptions, TestPerson, TestPersonOptions, TestResponse, TestSocket } from './test-host.ts'

interface CoreTesting {
  startTestHost(plugins: readonly AnyPlugin[], options: TestHostOptions): Promise<TestHost>
}

/** The core depends on the SDK, so the SDK knows it by name only; whoever tests a plugin has both installed. */
const coreTesting: string = '@liaison/core/testing'

/**
 * Boots the real platform in memory: the core's rooms and the plugins under test, on an empty database of its own.
 * Stop it after the tests: `afterAll(() => host.stop())`.
 * @throws what would stop the start of the platform, too
 */
export async function aHost(plugins: AnyPlugin | readonly AnyPlugin[], options: TestHostOptions = {}): Promise<TestHost> {
  const { startTestHost } = (await import(coreTesting)) as CoreTesting
  return startTestHost(Array.isArray(plugins) ? (plugins as readonly AnyPlugin[]) : [plugins as AnyPlugin], options)
}
