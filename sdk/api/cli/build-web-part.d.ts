export interface WebPartSource {
    /** For messages */
    readonly pluginId: string;
    /** The package's folder */
    readonly folder: string;
    /** The module with `defineWebPlugin` as its default export */
    readonly entry: string;
}
/**
 * Bundles a plugin's web part: ES modules with the shared modules left as bare imports, lazy chunks for dynamic imports.
 * @returns names of the files written into `outFolder`; the entry is `index.js`
 * @throws Error naming the plugin and the import that cannot be had, or that would bring a second copy of a shared module
 */
export declare function buildWebPart(source: WebPartSource, outFolder: string): Promise<readonly string[]>;
/** Where a built package keeps its web part. */
export declare const builtWebPart: (folder: string) => string;
