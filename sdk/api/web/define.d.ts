/** Registers an element once: two widgets on one page may bring the same element. */
export declare function define(tag: `${string}-${string}`, element: CustomElementConstructor): void;
