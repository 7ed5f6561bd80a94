import type { Lease } from './database.ts'

/** Leases where there is one process only: still one holder for each name. */
export class ProcessLeases {
  readonly #held = new Set<string>()

  take(name: string): Lease | undefined {
    if (this.#held.has(name)) return undefined
    this.#held.add(name)
    let held = true
    return {
      get held() {
        return held
      },
      release: () => {
        if (held) this.#held.delete(name)
        held = false
        return Promise.resolve()
      },
    }
  }
}
