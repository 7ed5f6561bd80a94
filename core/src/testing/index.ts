export { type CoreTestHost, startTestHost } from './start-test-host.ts'
