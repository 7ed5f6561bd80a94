import { externalBadge, icon, type LocalizeController } from '@liaison/sdk/web'
import { atSign, bellOff, pencil } from '@liaison/sdk/icons'
import { html, nothing, type TemplateResult } from 'lit'
import type { Channel } from '../../contract.ts'
import { channelAvatar, titleOf } from '../channel-title.ts'
import { lastWords } from './last-words.ts'

interface RowContext {
  readonly me: string
  readonly words: LocalizeController
  readonly draft: string
  readonly isCurrent: boolean
  readonly isOnline: boolean
  readonly isExternal: boolean
}

/** One conversation of the list: who, the last words, when, and what is unread. */
export function channelRow(channel: Channel, { me, words, draft, isCurrent, isOnline, isExternal }: RowContext): TemplateResult {
  const isUnread = channel.unread > 0
  const name = isUnread ? (channel.muted ? 'im-convo is-muted' : 'im-convo is-unread') : channel.muted ? 'im-convo is-muted' : 'im-convo'
  return html`<a class=${name} href=${`/im/${channel.id}`} aria-current=${isCurrent ? 'page' : nothing}>
    ${channelAvatar(channel, isExternal, isOnline)}
    <div class="ln-row-main">
      <div class="im-convo-line">
        <span class="im-convo-name">${titleOf(channel, me, words)}</span>
        ${isExternal ? externalBadge(words) : nothing} ${channel.muted ? icon(bellOff, 12) : nothing}
        <time datetime=${channel.lastAt} title=${words.dates.exact(channel.lastAt)}>${words.dates.short(channel.lastAt)}</time>
      </div>
      <div class="im-convo-line">
        ${
          draft.trim() !== '' && !isCurrent
            ? html`<span class="im-convo-last"><em>${words.text('im.draft')}</em>${draft}</span>${icon(pencil, 12)}`
            : html`<span class="im-convo-last">${lastWords(channel, me, words)}</span>`
        }
        ${
          channel.mentions > 0
            ? html`<span class="ln-count is-mention" role="img" aria-label=${words.text('im.mentioned')} title=${words.text('im.mentioned')}
                >${icon(atSign)}</span
              >`
            : nothing
        }
        ${
          isUnread
            ? html`<span class=${channel.muted ? 'ln-count is-muted' : 'ln-count'}
                >${channel.unread > 99 ? '99+' : channel.unread}<span class="ln-visually-hidden"
                  >${words.text('im.unreadCount', { count: channel.unread })}</span
                ></span
              >`
            : nothing
        }
      </div>
    </div>
  </a>`
}
