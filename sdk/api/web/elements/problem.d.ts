import { LitElement, nothing } from 'lit';
import type { Problem } from '../../contract/problem.ts';
/** What went wrong, in words. With `retry` it offers to try again. @fires ln-retry */
export declare class LnProblem extends LitElement {
    #private;
    static properties: {
        problem: {
            attribute: boolean;
        };
        retry: {
            type: BooleanConstructor;
        };
    };
    static styles: (import("lit").CSSResult[] | import("lit").CSSResult)[];
    problem: Problem | undefined;
    retry: boolean;
    render(): typeof nothing | import("lit-html").TemplateResult<1>;
}
