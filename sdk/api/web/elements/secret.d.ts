import { LitElement } from 'lit';
/**
 * Something that is shown this once, to be copied: a link, a password, a token. Its `focus()` goes to the field, which selects it all.
 */
export declare class LnSecret extends LitElement {
    #private;
    static shadowRootOptions: {
        clonable?: boolean;
        customElementRegistry?: CustomElementRegistry | null;
        mode: ShadowRootMode;
        serializable?: boolean;
        slotAssignment?: SlotAssignmentMode;
        delegatesFocus: boolean;
    };
    static properties: {
        value: {};
        label: {};
        said: {
            state: boolean;
        };
    };
    static styles: (import("lit").CSSResult[] | import("lit").CSSResult)[];
    value: string;
    /** What it is, for whoever does not see it */
    label: string;
    /** What became of the copying */
    said: 'copied' | 'byHand' | undefined;
    constructor();
    render(): import("lit-html").TemplateResult<1>;
}
