/**
 * Modules of which a page may hold one copy only. A plugin's bundle leaves them out, and the server links it to the shell's.
 * `unsafe-html`, `unsafe-svg` and `style-map` are not among them: the content security policy forbids what they do.
 */
export declare const sharedModules: readonly string[];
export declare const isShared: (specifier: string) => boolean;
/** Belongs to a shared package, but is not shared: an error. */
export declare const wouldBeSecondCopy: (specifier: string) => boolean;
