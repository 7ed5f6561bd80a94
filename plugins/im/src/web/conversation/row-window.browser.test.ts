import { html, LitElement } from 'lit'
import { each } from '@liaison/sdk/web'
import { beforeEach, describe, expect, it } from 'vitest'
import { RowWindow } from './row-window.ts'

/** A list as the log draws it: a day's mark, then rows of different heights. */
class WindowStage extends LitElement {
  static override properties = { keys: { attribute: false } }
  declare keys: readonly string[]
  readonly window = new RowWindow(this, () => this.querySelector<HTMLElement>('.scroller') ?? undefined)

  protected override createRenderRoot() {
    return this
  }
  override willUpdate() {
    this.window.settle(this.keys)
  }
  override render() {
    const shown = this.keys.slice(this.window.from, this.window.to)
    const row = (key: string) => html`<div data-key=${key}><canvas height=${40 + (Number(key) % 5) * 30}></canvas></div>`
    return html`<div class="scroller" @scroll=${() => this.window.scrolled()}>${each(shown, (key) => key, row)}</div>`
  }
  override updated() {
    this.window.keepPlace()
  }
}
customElements.define('im-window-stage', WindowStage)

const rows = (from: number, to: number) => ['day 1', ...Array.from({ length: to - from }, (_, index) => `${from + index}`)]
const frame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))

let stage: WindowStage
let scroller: HTMLElement
beforeEach(async () => {
  stage = new WindowStage()
  stage.keys = rows(1000, 1500)
  document.body.replaceChildren(stage)
  await stage.updateComplete
  scroller = stage.querySelector<HTMLElement>('.scroller') as HTMLElement
  Object.assign(scroller.style, { height: '400px', overflow: 'auto', overflowAnchor: 'none' })
  stage.requestUpdate()
  await frame()
})

const keysShown = () => [...stage.querySelectorAll<HTMLElement>('[data-key]')].map((row) => row.dataset['key'])
const below = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight
const placeOf = (key: string) => stage.querySelector(`[data-key="${key}"]`)?.getBoundingClientRect().top

describe('a window of rows', () => {
  it('begins at the end, with few rows in the page', () => {
    expect(keysShown()).toHaveLength(60)
    expect(keysShown().at(-1)).toBe('1499')
    expect(below()).toBeLessThan(2)
  })

  it('stays at the end as rows come', async () => {
    stage.keys = rows(1000, 1510)
    await frame()
    expect(keysShown().at(-1)).toBe('1509')
    expect(below()).toBeLessThan(2)
  })

  it('keeps the reader’s place as rows come after and before', async () => {
    scroller.scrollTop -= 2_000
    await frame()
    const seen = keysShown().find((key) => (placeOf(key as string) ?? -1) > scroller.getBoundingClientRect().top) as string
    const place = placeOf(seen)
    stage.keys = rows(1000, 1520)
    await frame()
    expect(placeOf(seen)).toBeCloseTo(place as number, 0)
    stage.keys = rows(900, 1520)
    await frame()
    expect(placeOf(seen)).toBeCloseTo(place as number, 0)
  })

  it('keeps the place at the very start, where the mark of the day moves on to older rows', async () => {
    stage.window.around(0)
    await frame()
    scroller.scrollTop = 300
    await frame()
    const place = placeOf('1005')
    stage.keys = rows(950, 1500)
    await frame()
    expect(placeOf('1005')).toBeCloseTo(place as number, 0)
  })

  it('moves on as the reader nears an end', async () => {
    stage.window.around(0)
    await stage.updateComplete
    scroller.scrollTop = 0
    await frame()
    expect(keysShown()[0]).toBe('day 1')
    for (let turn = 0; turn < 60; turn++) {
      scroller.scrollTop = scroller.scrollHeight
      await frame()
    }
    expect(Number(keysShown().at(-1))).toBeGreaterThan(1150)
  })

  it('does not take the last row for the end where more goes on behind it', async () => {
    stage.window.goesOn = true
    stage.keys = rows(1000, 1030)
    await frame()
    scroller.scrollTop = scroller.scrollHeight
    await frame()
    expect(stage.window.isFollowing).toBe(false)
    expect(stage.window.scrolled().end).toBe(true)
    const place = placeOf('1029')
    stage.keys = rows(1000, 1060)
    await frame()
    expect(placeOf('1029')).toBeCloseTo(place as number, 0)
  })
})
