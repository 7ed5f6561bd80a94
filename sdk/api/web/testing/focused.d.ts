/** The element that has the focus, through shadow roots. */
export declare function focused(): Element | null;
