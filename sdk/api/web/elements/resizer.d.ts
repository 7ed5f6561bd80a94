import { LitElement } from 'lit';
/** The edge of a pane: drag it, or use the arrow keys. The width is kept on this device under `name`. */
export declare class LnResizer extends LitElement {
    #private;
    static properties: {
        name: {};
        edge: {
            reflect: boolean;
        };
        min: {
            type: NumberConstructor;
        };
        max: {
            type: NumberConstructor;
        };
        width: {
            state: boolean;
        };
        moving: {
            state: boolean;
        };
    };
    static styles: import("lit").CSSResult;
    /** Where the width is kept: `im.list` */
    name: string;
    /** Which edge of the pane it is; default `end` */
    edge: 'start' | 'end';
    /** px */
    min: number;
    max: number;
    width: number;
    moving: boolean;
    constructor();
    connectedCallback(): void;
    render(): import("lit-html").TemplateResult<1>;
}
