import { html, nothing, type TemplateResult } from 'lit'
import { check } from '../icons/lucide.ts'
import { type Icon, icon } from '../icon.ts'

export interface MenuItem {
  readonly label: string
  readonly icon?: Icon
  /** Said at the end of the line: a shortcut, a state */
  readonly hint?: string
  readonly danger?: boolean
  readonly disabled?: boolean
  /** One of several: the mark is on the present one. */
  readonly checked?: boolean
  /** A line above */
  readonly separated?: boolean
  /** Where it leads; else `run` */
  readonly href?: string
  run?(): void
}

interface MenuOptions {
  /** Opens by `<button popovertarget=…>` in the same root; put the menu right behind the button. */
  readonly id: string
  readonly label: string
  readonly place?: 'top-start' | 'top-end' | 'bottom-start' | 'bottom-end'
  readonly items: readonly MenuItem[]
  /** Above the items: who I am, what it is about */
  readonly head?: TemplateResult
}

/** A menu on native popover: arrows, Home, End and first letters move, Enter chooses, Esc closes and gives the focus back. */
export function menu({ id, label, place = 'bottom-end', items, head }: MenuOptions): TemplateResult {
  return html`<div class="ln-menu" id=${id} popover role="menu" aria-label=${label} data-place=${place} @keydown=${move} @toggle=${enter}>
    ${head ?? nothing} ${items.map(menuItem)}
  </div>`
}

function menuItem(item: MenuItem): TemplateResult {
  const choose = (event: Event) => {
    const box = closest(event)
    box.hidePopover()
    // A dialog that the act opens gives the focus back to where it was.
    opener(box)?.focus()
    item.run?.()
  }
  const content = html`${item.icon === undefined ? nothing : icon(item.icon)}${item.label}${
    item.hint === undefined ? nothing : html`<small>${item.hint}</small>`
  }${item.checked === true ? icon(check) : nothing}`
  const role = item.checked === undefined ? 'menuitem' : 'menuitemradio'
  const line = item.separated === true ? html`<div class="ln-menu-line" role="separator"></div>` : nothing
  const kind = item.danger === true ? 'ln-menu-item is-danger' : 'ln-menu-item'
  const checked = item.checked === undefined ? nothing : String(item.checked)
  return item.href === undefined
    ? html`${line}<button
          class=${kind}
          type="button"
          role=${role}
          aria-checked=${checked as 'true'}
          tabindex="-1"
          ?disabled=${item.disabled === true}
          @click=${choose}
        >
          ${content}
        </button>`
    : html`${line}<a class=${kind} href=${item.href} role=${role} tabindex="-1" @click=${choose}>${content}</a>`
}

const closest = (event: Event) => (event.currentTarget as HTMLElement).closest<HTMLElement>('[popover]') as HTMLElement
const opener = (box: HTMLElement) => (box.getRootNode() as ShadowRoot).querySelector<HTMLElement>(`[popovertarget="${box.id}"]`)
const itemsOf = (box: HTMLElement) => [...box.querySelectorAll<HTMLElement>('[role^=menuitem]:not(:disabled)')]

function enter(event: Event) {
  const box = event.currentTarget as HTMLElement
  if ((event as ToggleEvent).newState === 'open') return itemsOf(box)[0]?.focus()
  // What was chosen may have taken the focus elsewhere; browsers lose it in shadow roots otherwise.
  const root = box.getRootNode() as ShadowRoot
  if (document.activeElement === document.body || box.contains(root.activeElement)) {
    opener(box)?.focus()
  }
}

function move(event: KeyboardEvent) {
  const box = event.currentTarget as HTMLElement
  const items = itemsOf(box)
  const present = items.findIndex((item) => item.matches(':focus'))
  const next = target(event.key, items, present)
  if (next !== undefined) {
    event.preventDefault()
    next.focus()
  } else if (event.key === 'Tab') box.hidePopover()
}

function target(key: string, items: readonly HTMLElement[], present: number): HTMLElement | undefined {
  if (key === 'ArrowDown') return items[(present + 1) % items.length]
  if (key === 'ArrowUp') return items.at(present <= 0 ? -1 : present - 1)
  if (key === 'Home') return items[0]
  if (key === 'End') return items.at(-1)
  if (key.length !== 1 || key === ' ') return undefined
  const later = [...items.slice(present + 1), ...items.slice(0, present + 1)]
  return later.find((item) => item.textContent.trim().toLowerCase().startsWith(key.toLowerCase()))
}
