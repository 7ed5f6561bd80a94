import type { AnyPlugin } from '../server/index.ts';
import type { TestHost, TestHostOptions } from './test-host.ts';
/**
 * Boots the real platform in memory: the core's rooms and the plugins under test, on an empty database of its own.
 * Stop it after the tests: `afterAll(() => host.stop())`.
 * @throws what would stop the start of the platform, too
 */
export declare function aHost(plugins: AnyPlugin | readonly AnyPlugin[], options?: TestHostOptions): Promise<TestHost>;
