import { setImmediate } from 'node:timers/promises'

/** Milliseconds for which long work may hold the event loop */
const longest = 10

/** Lets others have their turn in the midst of long work: `await turns.rest()` after each small part of it. */
export class Turns {
  #since = performance.now()

  async rest(): Promise<void> {
    if (performance.now() - this.#since < longest) return
    await setImmediate()
    this.#since = performance.now()
  }
}
