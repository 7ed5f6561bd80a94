import { isInvisible, isLatin, isSeparator, isWordUnit, unitOf } from './fold.ts'

/** A word found in a text, in UTF-16 code units. */
export interface WordHit {
  /** What was added with the word */
  readonly owner: number
  readonly from: number
  /** Exclusive */
  readonly to: number
}

const root = 0
const separator = 0xffff

/** A word as it is compared: folded, without separators. Empty when nothing is left. */
export const wordKey = (word: string): number[] =>
  Array.from({ length: word.length }, (_value, at) => unitOf(word.charCodeAt(at))).filter((unit) => !isSeparator(unit))

/**
 * Finds any of many words in one pass over the text, whose time does not grow with their number (Aho and Corasick, 1975). Width,
 * script and case are folded; what pulls a word apart (`机*密`) is passed over. Edges lie in one open hash table: a step
 * is a look-up or two.
 */
export class WordAutomaton {
  /** Every unit's class: 0 for what no word has */
  readonly #classes = new Uint16Array(0x1_00_00)
  readonly #classCount: number
  #edgeKeys = new Float64Array(0)
  #edgeTargets = new Int32Array(0)
  readonly #fail: Int32Array
  /** Nearest state, itself included, at which a word ends; -1: none */
  readonly #ends: Int32Array
  readonly #nextEnd: Int32Array
  readonly #lengths: Int32Array
  readonly #owners: readonly (readonly number[] | undefined)[]
  readonly #longest: number

  /** @param words - each with what it belongs to; such as hold separators only are passed over */
  constructor(words: Iterable<readonly [word: string, owner: number]>) {
    const children: Map<number, number>[] = [new Map()]
    const lengths: number[] = [0]
    const owners: (number[] | undefined)[] = [undefined]
    let classCount = 1
    let longest = 0
    for (const [word, owner] of words) {
      const units = wordKey(word)
      if (units.length === 0) continue
      longest = Math.max(longest, units.length)
      let state = root
      for (const unit of units) {
        const own = (this.#classes[unit] ||= classCount++)
        let next = children[state]!.get(own)
        if (next === undefined) {
          next = children.length
          children[state]!.set(own, next)
          children.push(new Map())
          lengths.push(lengths[state]! + 1)
          owners.push(undefined)
        }
        state = next
      }
      const held = (owners[state] ??= [])
      if (!held.includes(owner)) held.push(owner)
    }
    // every unit that folds to one of a word is of its class; separators are told apart by the class that no word can have
    const classes = this.#classes.slice()
    for (let unit = 0; unit < classes.length; unit += 1) {
      const folded = unitOf(unit)
      this.#classes[unit] = isSeparator(folded) ? separator : classes[folded]!
    }
    this.#classCount = classCount
    this.#lengths = Int32Array.from(lengths)
    this.#owners = owners
    this.#longest = longest
    this.#keepEdges(children)
    const { fail, ends, nextEnd } = this.#link(children)
    this.#fail = fail
    this.#ends = ends
    this.#nextEnd = nextEnd
  }

  get isEmpty(): boolean {
    return this.#longest === 0
  }

  /** Calls for each word found, by where it ends, until told to stop by `false`. */
  find(text: string, found: (hit: WordHit) => boolean | void): void {
    if (this.isEmpty) return
    const places = new Int32Array(this.#longest)
    let count = 0
    let state = root
    for (let at = 0; at < text.length; at += 1) {
      const own = this.#classes[text.charCodeAt(at)]!
      if (own === separator) continue
      if (own === 0) {
        state = root
        continue
      }
      let next = this.#step(state, own)
      while (next < 0 && state !== root) {
        state = this.#fail[state]!
        next = this.#step(state, own)
      }
      state = Math.max(next, root)
      places[count++ % places.length] = at
      for (let end = this.#ends[state]!; end >= 0; end = this.#nextEnd[end]!) {
        const length = this.#lengths[end]!
        const from = places[(count - length) % places.length]!
        if (!stands(text, from, at + 1, length)) continue
        for (const owner of this.#owners[end]!) if (found({ owner, from, to: at + 1 }) === false) return
      }
    }
  }

  #keepEdges(children: readonly Map<number, number>[]): void {
    const edges = children.reduce((sum, { size }) => sum + size, 0)
    let size = 16
    while (size < edges * 2) size *= 2
    this.#edgeKeys = new Float64Array(size).fill(-1)
    this.#edgeTargets = new Int32Array(size)
    for (const [state, own] of children.entries()) {
      for (const [unit, target] of own) {
        const key = state * this.#classCount + unit
        let slot = slotOf(key, size)
        while (this.#edgeKeys[slot] !== -1) slot = (slot + 1) & (size - 1)
        this.#edgeKeys[slot] = key
        this.#edgeTargets[slot] = target
      }
    }
  }

  /** The state that an edge leads to, -1 when there is none. */
  #step(state: number, own: number): number {
    const keys = this.#edgeKeys
    const key = state * this.#classCount + own
    let slot = slotOf(key, keys.length)
    while (keys[slot] !== key) {
      if (keys[slot] === -1) return -1
      slot = (slot + 1) & (keys.length - 1)
    }
    return this.#edgeTargets[slot]!
  }

  /** Where to go on when a word breaks off, breadth first, and at which of the states on that way a word ends. */
  #link(children: readonly Map<number, number>[]) {
    const fail = new Int32Array(children.length)
    const ends = new Int32Array(children.length).fill(-1)
    const nextEnd = new Int32Array(children.length).fill(-1)
    const queue = [...children[root]!.values()]
    for (let index = 0; index < queue.length; index += 1) {
      const state = queue[index]!
      nextEnd[state] = ends[fail[state]!]!
      ends[state] = this.#owners[state] === undefined ? nextEnd[state]! : state
      for (const [own, child] of children[state]!) {
        let from = fail[state]!
        let target = this.#step(from, own)
        while (target < 0 && from !== root) {
          from = fail[from]!
          target = this.#step(from, own)
        }
        fail[child] = Math.max(target, root)
        queue.push(child)
      }
    }
    return { fail, ends, nextEnd }
  }
}

const slotOf = (key: number, size: number): number => (Math.imul(key | 0, 0x9e37_79b1) >>> 7) & (size - 1)

/**
 * Whether a hit is the word itself. Latin words are whole words: `ass` is not in `class`. A word of two characters that is pulled
 * apart must stand free on one side, or a list like `手机 密码` would hold 机密.
 */
function stands(text: string, from: number, to: number, length: number): boolean {
  const first = unitOf(text.charCodeAt(from))
  const last = unitOf(text.charCodeAt(to - 1))
  const before = from === 0 ? 0 : unitOf(text.charCodeAt(from - 1))
  const after = to === text.length ? 0 : unitOf(text.charCodeAt(to))
  if ((isLatin(first) && isLatin(before)) || (isLatin(last) && isLatin(after))) return false
  if (to - from === length || length > 2) return true
  return isFree(before, beforeWords) || isFree(after, afterWords) || isTight(text, from, to)
}

const unitsOf = (text: string): ReadonlySet<number> => new Set(text.split('').map((unit) => unitOf(unit.charCodeAt(0))))

/** Characters that stand between words, and begin or end hardly any of more than one */
const beforeWords = unitsOf('的了把被这那和与跟给')
const afterWords = unitsOf('的了是在和与跟吗呢吧')
const isFree = (unit: number, between: ReadonlySet<number>): boolean => !isWordUnit(unit) || between.has(unit)

/** Pulled apart by nothing that is seen, or by marks that nobody writes between words. */
function isTight(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const unit = unitOf(text.charCodeAt(at))
    if (isSeparator(unit) && !isInvisible(unit) && !hides.has(unit)) return false
  }
  return true
}
const hides = unitsOf('*_^~=·•‧∙●○◆◇■□※')
