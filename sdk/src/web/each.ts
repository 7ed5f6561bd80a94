import { noChange } from 'lit'
import { type ChildPart, Directive, directive, type DirectiveResult, type PartInfo, PartType } from 'lit/directive.js'
import { clearPart, insertPart, removePart, setChildPartValue, setCommittedValue } from 'lit/directive-helpers.js'

type KeyOf = (item: unknown, index: number) => unknown
type Draw = (item: unknown, index: number) => unknown

class Each extends Directive {
  #parts = new Map<unknown, ChildPart>()

  constructor(info: PartInfo) {
    super(info)
    if (info.type !== PartType.CHILD) throw new Error('each() stands between tags only')
  }

  override render(_items: Iterable<unknown>, _keyOf: KeyOf, _draw: Draw): unknown {
    return noChange
  }

  override update(container: ChildPart, [items, keyOf, draw]: [Iterable<unknown>, KeyOf, Draw]): unknown {
    const wanted = new Map<unknown, readonly [item: unknown, index: number]>()
    for (const item of items) wanted.set(keyOf(item, wanted.size), [item, wanted.size])
    if (this.#parts.size === 0) clearPart(container)
    for (const [key, part] of this.#parts) {
      if (wanted.has(key)) continue
      this.#parts.delete(key)
      removeWhole(part)
    }
    const present = [...this.#parts]
    const parts = new Map<unknown, ChildPart>()
    let at = 0
    for (const [key, [item, index]] of wanted) {
      while (at < present.length && parts.has(present[at]?.[0])) at++
      const next = present[at]
      const part = this.#parts.get(key)
      const isInPlace = part !== undefined && next?.[0] === key
      const placed = isInPlace ? part : insertPart(container, next?.[1], part)
      parts.set(key, setChildPartValue(placed, draw(item, index)))
    }
    this.#parts = parts
    setCommittedValue(container, [...parts.values()])
    return noChange
  }
}

/** Lit leaves the second of a part's two marks behind (lit 3.3.1 and later, issue 5298): a list that scrolls fills up with them. */
function removeWhole(part: ChildPart): void {
  const end = part.endNode
  removePart(part)
  end?.parentNode?.removeChild(end)
}

const drawEach = directive(Each)

/**
 * A list whose items keep their elements as it changes: an item is known by its key, which must be unique. As `repeat` of Lit,
 * which leaves nodes behind; a list that changes often, or scrolls, becomes slow with it.
 */
export const each = <Item>(
  items: Iterable<Item>,
  keyOf: (item: Item, index: number) => unknown,
  draw: (item: Item, index: number) => unknown,
): DirectiveResult => drawEach(items, keyOf as KeyOf, draw as Draw)
