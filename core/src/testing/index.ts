export { startTestHost } from './start-test-host.ts'
