/** Reading and answering: `ln-prose`, `ln-callout`, `ln-comment`, `ln-write`, `ln-object`, `ln-steps`. */
export declare const readingStyles: import("lit").CSSResult;
