import { type Live } from './live.ts';
export interface Toast {
    readonly text: string;
    /** The way back: 撤销 */
    readonly action?: {
        readonly label: string;
        run(): void;
    };
}
export interface ShownToast extends Toast {
    readonly id: number;
}
/** Toasts on the page, the newest last; the shell draws them and takes them away. */
export declare class Toasts {
    #private;
    get shown(): Live<readonly ShownToast[]>;
    show(toast: Toast): void;
    dismiss(id: number): void;
}
