/** Tables, facts, tools: administration, reports. */
export declare const tableStyles: import("lit").CSSResult;
