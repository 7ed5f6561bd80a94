/** What the browser part of a plugin is tested with. */
export { focused } from './focused.ts';
export { TestConnection } from './test-connection.ts';
export { aPage, type TestPage, type TestPageOptions } from './test-page.ts';
export { TestServer } from './test-server.ts';
