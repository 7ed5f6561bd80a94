import { type WebPartSource } from './build-web-part.ts';
/** Everything that is wrong with a web part: what cannot be bundled, second copies of shared modules, texts that are missing. */
export declare function checkWebPart(source: WebPartSource): Promise<readonly string[]>;
