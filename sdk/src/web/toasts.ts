import { type Live, live } from './live.ts'

export interface Toast {
  readonly text: string
  /** The way back: 撤销 */
  readonly action?: { readonly label: string; run(): void }
}
export interface ShownToast extends Toast {
  readonly id: number
}

/** Toasts on the page, the newest last; the shell draws them and takes them away. */
export class Toasts {
  readonly #shown = live<readonly ShownToast[]>([])
  #next = 1

  get shown(): Live<readonly ShownToast[]> {
    return this.#shown
  }
  show(toast: Toast): void {
    this.#shown.set([...this.#shown.value.slice(-2), { ...toast, id: this.#next++ }])
  }
  dismiss(id: number): void {
    this.#shown.set(this.#shown.value.filter((toast) => toast.id !== id))
  }
}
