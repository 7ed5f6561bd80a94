export { type CoreTestHost, startTestHost } from './start-test-host.ts'
export { leakSamples } from './leak-samples/index.ts'
