import { LitElement, nothing } from 'lit';
import { type AccessQuestion } from './why-asked.event.ts';
/**
 * 为什么…能看到？ beside a thing or a person: why he may reach it, role by role. There only for those who manage access.
 * @fires ln-why-asked - the shell shows the answer
 */
export declare class LnWhy extends LitElement {
    #private;
    static properties: {
        question: {
            attribute: boolean;
        };
        small: {
            type: BooleanConstructor;
        };
    };
    static styles: (import("lit").CSSResult[] | import("lit").CSSResult)[];
    question: AccessQuestion | undefined;
    /** A small button without words */
    small: boolean;
    render(): typeof nothing | import("lit-html").TemplateResult<1>;
}
