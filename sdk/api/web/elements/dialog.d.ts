import { LitElement, type PropertyValues } from 'lit';
/**
 * A modal dialog. The focus goes in when it opens and back to where it was when it closes; Esc and the cross close it.
 * @slot - the body
 * @slot foot - buttons; the one that does it comes last and is `is-primary`
 * @fires ln-dialog-closed
 */
export declare class LnDialog extends LitElement {
    #private;
    static properties: {
        open: {
            type: BooleanConstructor;
            reflect: boolean;
        };
        heading: {};
        footed: {
            state: boolean;
        };
    };
    static styles: (import("lit").CSSResult[] | import("lit").CSSResult)[];
    open: boolean;
    heading: string;
    footed: boolean;
    render(): import("lit-html").TemplateResult<1>;
    updated(changed: PropertyValues<this>): void;
}
