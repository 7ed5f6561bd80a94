export declare const Type: unknown;
