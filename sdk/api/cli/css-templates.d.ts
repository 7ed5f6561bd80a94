/** Takes comments and blanks out of `css` templates without expressions; minifiers leave templates alone. */
export declare function shrinkCssTemplates(code: string): string;
/** For rollup and Vite. */
export declare const cssTemplates: () => {
    name: string;
    transform(code: string, id: string): {
        code: string;
        map: null;
    } | null;
};
