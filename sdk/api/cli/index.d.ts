/** Building and checking web parts, for the server's first start and for the `liaison` command. */
export { buildWebPart, builtWebPart, type WebPartSource } from './build-web-part.ts';
export { checkMessages } from './check-messages.ts';
export { checkWebPart } from './check-web-part.ts';
export { cssTemplates } from './css-templates.ts';
export { sharedModules } from './shared-modules.ts';
