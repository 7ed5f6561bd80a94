import type { Slot } from '../contract/slot.ts'
import type { SlotFilling } from './web-plugin.ts'

/** What plugins put where, by slot, in order. */
export class Slots {
  readonly #fillings = new Map<string, SlotFilling[]>()

  add(fillings: readonly SlotFilling[]): void {
    for (const filling of fillings) {
      const list = this.#fillings.get(filling.slot.name) ?? []
      list.push(filling)
      this.#fillings.set(
        filling.slot.name,
        list.toSorted((a, b) => a.order - b.order),
      )
    }
  }

  /** Takes out what was added, e.g. when the module is switched off. */
  remove(fillings: readonly SlotFilling[]): void {
    for (const filling of fillings) {
      const list = this.#fillings.get(filling.slot.name) ?? []
      this.#fillings.set(
        filling.slot.name,
        list.filter((one) => one !== filling),
      )
    }
  }

  of<Item>(slot: Slot<Item>): readonly Item[] {
    return (this.#fillings.get(slot.name) ?? []).map((filling) => filling.item as Item)
  }
}
