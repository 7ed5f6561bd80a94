/** How a person has laid out the home page: cards by id. Cards that it does not name follow in the order of their modules. */
export interface Arrangement {
  readonly order: readonly string[]
  readonly hidden: readonly string[]
}
interface Identified {
  readonly id: string
}
const untouched: Arrangement = { order: [], hidden: [] }
const keyOf = (personId: string) => `liaison.home.${personId}`

/** What the person has chosen on this device. */
export function readArrangement(personId: string): Arrangement {
  const stored = localStorage.getItem(keyOf(personId))
  if (stored === null) return untouched
  try {
    return arrangementOf(JSON.parse(stored))
  } catch (error) {
    // Somebody else's text under our key is no reason for an empty page.
    if (error instanceof SyntaxError) return untouched
    throw error
  }
}

export function keepArrangement(personId: string, arrangement: Arrangement): void {
  if (arrangement.order.length + arrangement.hidden.length === 0) localStorage.removeItem(keyOf(personId))
  else localStorage.setItem(keyOf(personId), JSON.stringify(arrangement))
}

/** All cards in the person's order; hidden ones keep their place. */
export function arranged<T extends Identified>(cards: readonly T[], { order }: Arrangement): readonly T[] {
  const named = order.flatMap((id) => cards.find((card) => card.id === id) ?? [])
  return [...named, ...cards.filter(({ id }) => !order.includes(id))]
}

/** Puts a card in the place of another one. */
export function moved(ids: readonly string[], id: string, to: number): readonly string[] {
  const rest = ids.filter((one) => one !== id)
  return [...rest.slice(0, Math.max(0, to)), id, ...rest.slice(Math.max(0, to))]
}

function arrangementOf(value: unknown): Arrangement {
  const ids = (list: unknown) => (Array.isArray(list) ? list.filter((id) => typeof id === 'string') : [])
  const { order, hidden } = (value ?? {}) as { order?: unknown; hidden?: unknown }
  return { order: ids(order), hidden: ids(hidden) }
}
