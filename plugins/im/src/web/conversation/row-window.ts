import type { ReactiveControllerHost } from 'lit'
import { isMark } from './log-rows.ts'

/** Rows in the page at once */
const size = 60
/** Rows by which the window moves */
const step = 4
/** px from an end at which the window moves on */
const near = 1_000
/** px from the end that still count as being there */
const atEnd = 40

/** Which rows are in the page, and where the reader is among them. Rows are known by their keys, so that his place is kept. */
export class RowWindow {
  from = 0
  /** The reader is at the end, and stays there as rows come. */
  isFollowing = true
  /** More follows behind the last row: its end is not the end. */
  goesOn = false

  readonly #host: ReactiveControllerHost
  readonly #scroller: () => HTMLElement | undefined
  #keys: readonly string[] = []
  #anchor: { key: string; top: number } | undefined
  #watched: HTMLElement | undefined
  /** The box shrinks as the composer grows: who is at the end stays there. */
  readonly #sizes = new ResizeObserver(() => {
    if (this.isFollowing && this.#watched !== undefined) this.#watched.scrollTop = this.#watched.scrollHeight
  })

  constructor(host: ReactiveControllerHost, scroller: () => HTMLElement | undefined) {
    this.#host = host
    this.#scroller = scroller
  }

  get to(): number {
    return this.from + size
  }

  /** Another list: begin at its end. */
  reset(): void {
    this.#keys = []
    this.from = 0
    this.isFollowing = true
  }

  /** The rows as they are now, before they are drawn. Remembers the row at the upper edge, and where it stands. */
  settle(keys: readonly string[]): void {
    // a mark moves to the new head of its day when older rows come: only what was said keeps its place
    const ahead = this.#keys.slice(this.from).findIndex((key) => !isMark(key))
    const held = this.#keys[this.from + ahead]
    this.#keys = keys
    const index = held === undefined ? -1 : keys.indexOf(held)
    if (this.isFollowing) this.from = this.#lastFrom
    else if (index !== -1) this.from = Math.max(0, Math.min(index - ahead, this.#lastFrom))
    this.#anchor = this.isFollowing ? undefined : this.#topRow()
  }

  /** After drawing: the reader's row stands where it stood. */
  keepPlace(): void {
    const scroller = this.#scroller()
    if (scroller === undefined) return
    this.#watch(scroller)
    if (this.isFollowing) scroller.scrollTop = scroller.scrollHeight
    else if (this.#anchor !== undefined) {
      const row = this.#rowOf(this.#anchor.key)
      if (row !== undefined) scroller.scrollTop += row.getBoundingClientRect().top - this.#anchor.top
    }
  }

  /** The reader scrolled. @returns which ends of all rows there are he is near; of few rows it may be both */
  scrolled(): { readonly start: boolean; readonly end: boolean } {
    const scroller = this.#scroller()
    if (scroller === undefined) return { start: false, end: false }
    const below = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight
    const wasFollowing = this.isFollowing
    this.isFollowing = below <= atEnd && this.to >= this.#keys.length && !this.goesOn
    if (this.isFollowing !== wasFollowing) this.#host.requestUpdate()
    // Sixty short rows are not much longer than the page: he cannot be near both ends.
    const edge = Math.min(near, (scroller.scrollHeight - scroller.clientHeight) / 3)
    if (scroller.scrollTop < edge && this.from > 0) this.#move(-step)
    else if (below < edge && this.to < this.#keys.length) this.#move(step)
    return {
      start: scroller.scrollTop < near && this.from === 0,
      end: below < near && this.to >= this.#keys.length && this.goesOn,
    }
  }

  dispose(): void {
    this.#sizes.disconnect()
    this.#watched = undefined
  }

  follow(): void {
    this.isFollowing = true
    this.#host.requestUpdate()
  }

  around(index: number): void {
    this.isFollowing = false
    this.from = Math.max(0, Math.min(index - size / 2, this.#lastFrom))
    this.#host.requestUpdate()
  }

  #watch(scroller: HTMLElement): void {
    if (this.#watched === scroller) return
    this.#sizes.disconnect()
    this.#watched = scroller
    this.#sizes.observe(scroller)
    const log = scroller.firstElementChild
    if (log !== null) this.#sizes.observe(log)
  }
  get #lastFrom(): number {
    return Math.max(0, this.#keys.length - size)
  }
  #move(by: number): void {
    this.#anchor = this.#topRow()
    this.from = Math.max(0, Math.min(this.from + by, this.#lastFrom))
    this.#host.requestUpdate()
  }
  #topRow(): { key: string; top: number } | undefined {
    const scroller = this.#scroller()
    if (scroller === undefined) return undefined
    const { top } = scroller.getBoundingClientRect()
    for (const row of this.#inPage) {
      const key = row.dataset['key']
      if (key === undefined || isMark(key)) continue
      const box = row.getBoundingClientRect()
      if (box.bottom > top) return { key, top: box.top }
    }
    return undefined
  }
  /** Rows are siblings: what is in them is not searched. */
  get #inPage(): HTMLElement[] {
    const first = this.#scroller()?.querySelector('[data-key]')
    return [...(first?.parentElement?.children ?? [])] as HTMLElement[]
  }
  #rowOf(key: string): HTMLElement | undefined {
    return this.#inPage.find((row) => row.dataset['key'] === key)
  }
}
