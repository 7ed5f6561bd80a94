export { aHost } from './a-host.ts';
export { expectNoLeaks, type LeakWalkOptions } from './leaks/expect-no-leaks.ts';
export type { Who } from './leaks/leak-cast.ts';
export type { StoredRow } from './leaks/leak-model.ts';
export type { CellKind, Leak } from './leaks/leak-report.ts';
export type { DoorNote, LeakSamples, Sample, SampleWish, TopicNote } from './leaks/leak-samples.ts';
export { type LeakWalk, walkLeaks } from './leaks/walk-leaks.ts';
export type { RequestOptions, TestHost, TestHostOptions, TestPerson, TestPersonOptions, TestResponse, TestSocket } from './test-host.ts';
