import type { ContentRule } from '@liaison/sdk/platform'
import { icon, type LocalizeController } from '@liaison/sdk/web'
import { ban, bookOpen, codeXml, hand, shieldAlert } from '@liaison/sdk/icons'
import { html } from 'lit'

export type RuleKind = ContentRule['kind']
export type RuleAction = ContentRule['action']

export const kinds = ['dictionary', 'pattern', 'mark'] as const
export const actions = ['block', 'flag'] as const
export const kindIcons = { dictionary: bookOpen, pattern: codeXml, mark: shieldAlert }

/** How the server begins what it finds wrong with a term */
const termFaults = [
  ['cannot be read', 'read'],
  ['is too large', 'large'],
  ['matches where there is nothing', 'empty'],
  ['holds nothing to look for', 'nothing'],
] as const

/** Why a term cannot be taken, in the reader's language; what the engine of patterns says of the place stands as it says it. */
export function termFault(message: string, { text }: LocalizeController): string {
  const known = termFaults.find(([begins]) => message.startsWith(begins))?.[1]
  if (known === undefined) return message
  return text(`content-filter.fault.${known}`, { detail: message.replace(/^cannot be read: (error parsing regexp: )?/, '') })
}

/** What a rule does, as a mark with a word. */
export const actionBadge = (action: RuleAction, words: LocalizeController) =>
  html`<span class="ln-badge ${action === 'block' ? 'is-danger' : 'is-warning'}"
    >${icon(action === 'block' ? ban : hand, 12)}${words.text(`content-filter.action.${action}`)}</span
  >`
