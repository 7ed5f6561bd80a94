import { type Live } from './live.ts';
/** `system` follows the device. */
export type ThemeChoice = 'system' | 'light' | 'dark';
/** Light or dark, kept on this device. */
export declare class Theme {
    #private;
    constructor(root?: HTMLElement);
    get choice(): Live<ThemeChoice>;
    choose(choice: ThemeChoice): void;
}
