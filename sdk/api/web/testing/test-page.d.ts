import { type TemplateResult } from 'lit';
import type { Me } from '../../contract/platform.ts';
import type { Locale } from '../../contract/text.ts';
import type { WebServices } from '../services.ts';
import type { WebPlugin } from '../web-plugin.ts';
import { TestConnection } from './test-connection.ts';
import { TestServer } from './test-server.ts';
export interface TestPageOptions {
    readonly server?: TestServer;
    readonly locale?: Locale;
    /** What is not the same as of somebody inside who may nothing */
    readonly me?: Partial<Me>;
    readonly now?: () => Date;
    /** Whose texts and slots are there */
    readonly plugins?: readonly Pick<WebPlugin, 'id' | 'locales' | 'slots'>[];
}
export interface TestPage {
    /** What the content was drawn into */
    readonly root: HTMLElement;
    readonly server: TestServer;
    readonly connection: TestConnection;
    readonly services: WebServices;
}
/** Draws content into the document, with everything around it that the shell gives; what was there before is taken away. */
export declare function aPage(content: TemplateResult, options?: TestPageOptions): Promise<TestPage>;
