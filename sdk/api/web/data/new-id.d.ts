/** A new UUIDv7. Works on pages without TLS, too, where `crypto.randomUUID` is missing. */
export declare function newId(): string;
