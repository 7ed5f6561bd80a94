import type { View } from '@liaison/sdk/platform'
import { goFresh } from '../router/fresh-document.ts'

const key = 'liaison.view'
const endedKey = 'liaison.view-ended'

/** A view of this tab, and where the viewer was. */
export interface KeptView extends View {
  /** Address to go back to */
  readonly from: string
}

/** Whom this tab views as; other tabs of the browser stay as they are. */
export function keptView(): KeptView | undefined {
  const text = sessionStorage.getItem(key)
  if (text === null) return undefined
  const view = JSON.parse(text) as KeptView
  if (Date.parse(view.expiresAt) > Date.now()) return view
  forgetView(true)
  return undefined
}

export const keepView = (view: KeptView): void => sessionStorage.setItem(key, JSON.stringify(view))

/** @param isOver - it ended by itself, which the next page says */
export function forgetView(isOver: boolean): void {
  sessionStorage.removeItem(key)
  if (isOver) sessionStorage.setItem(endedKey, '1')
}

/** Whether a view ended by itself since this was asked last. */
export function hasJustEnded(): boolean {
  const has = sessionStorage.getItem(endedKey) !== null
  sessionStorage.removeItem(endedKey)
  return has
}

/** What the calls of a tab that views carry. */
export function viewHeaders(): Readonly<Record<string, string>> {
  const view = keptView()
  return view === undefined ? {} : { 'view-as': view.id }
}

/** A new document: nothing of the one person is left in memory when the other's page begins. */
export function leaveView(to: string, isOver: boolean): void {
  forgetView(isOver)
  goFresh(to)
}
