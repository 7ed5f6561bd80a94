/** Names a service, with its type. Its plugin provides it; plugins that require that plugin may get it. */
export interface Token<T> {
    readonly symbol: symbol;
    /** `plugin.Service` */
    readonly name: string;
    readonly '~type'?: T;
}
/** `Symbol.for`: two bundled copies of a contract still mean the same service. */
export declare const createToken: <T>(name: string) => Token<T>;
