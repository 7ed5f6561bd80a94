/** Faults of a plugin's texts: keys that one language lacks, values that differ, texts that cannot be read, keys used but not there. */
export declare function checkMessages(folder: string): Promise<readonly string[]>;
