import type { ContentRule } from '@liaison/sdk/platform'
import { icon, type LocalizeController } from '@liaison/sdk/web'
import { ban, bookOpen, codeXml, hand, shieldAlert } from '@liaison/sdk/icons'
import { html } from 'lit'

export type RuleKind = ContentRule['kind']
export type RuleAction = ContentRule['action']

export const kinds = ['dictionary', 'pattern', 'mark'] as const
export const actions = ['block', 'flag'] as const
export const kindIcons = { dictionary: bookOpen, pattern: codeXml, mark: shieldAlert }

/** What a rule does, as a mark with a word. */
export const actionBadge = (action: RuleAction, words: LocalizeController) =>
  html`<span class="ln-badge ${action === 'block' ? 'is-danger' : 'is-warning'}"
    >${icon(action === 'block' ? ban : hand, 12)}${words.text(`content-filter.action.${action}`)}</span
  >`
