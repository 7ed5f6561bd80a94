import type { PersonSummary } from '@liaison/sdk'
import { avatar, icon, type LocalizeController } from '@liaison/sdk/web'
import { arrowUpRight, circleAlert, clock, cornerUpLeft, ellipsis, pencil, reply, users } from '@liaison/sdk/icons'
import { html, nothing, type TemplateResult } from 'lit'
import type { Message } from '../../contract.ts'
import type { ChannelLog } from '../state/channel-log.ts'
import type { PendingMessage } from '../state/drafts.ts'
import { blockedWords } from './blocked-words.ts'
import type { LogRow } from './log-rows.ts'
import { messageText, plainText, type Spoken } from './message-text.ts'

/** What a row is drawn with, and what it may set off. */
export interface RowContext {
  readonly log: ChannelLog
  readonly me: PersonSummary
  readonly words: LocalizeController
  readonly isOffline: boolean
  readonly canSend: boolean
  /** Whether it may be asked who the readers are, or only how many */
  readonly namesReaders: boolean
  readonly focusKey: string | undefined
  /** The message whose menu is open: its tools stay, since the menu hangs on them */
  readonly openId: string | undefined
  /** The row that somebody is at; it has its tools */
  readonly nearKey: string | undefined
  reply(message: Message): void
  edit(message: Message): void
  more(message: Message, event: Event): void
  readers(message: Message): void
  show(messageId: string): void
  retry(pending: PendingMessage): void
  discard(pending: PendingMessage): void
  rewrite(pending: PendingMessage): void
}

export function drawRow(row: LogRow, context: RowContext): TemplateResult {
  const { dates } = context.words
  if (row.kind === 'day') {
    return html`<div class="im-mark is-day" role="separator" data-key=${row.key}>${dates.dayMark(row.at)}</div>`
  }
  if (row.kind === 'new')
    return html`<div class="im-mark is-unread" role="separator" data-key=${row.key}>${context.words.text('im.newMessages')}</div>`
  if (row.kind === 'note') return noteRow(row.message, row.key, context)
  return row.kind === 'message' ? messageRow(row.message, row, context) : pendingRow(row.pending, row, context)
}

/** What a row looks like follows from these: as long as they stay, it is not drawn anew. */
export function rowDependsOn(row: LogRow, context: RowContext): unknown[] {
  // the others are few, or change all the time
  if (row.kind !== 'message') return [{}]
  const { log, me, words, canSend, namesReaders, focusKey, openId, nearKey } = context
  const { message } = row
  const quoted = message.replyToId === null ? undefined : log.quoted(message.replyToId)
  const receipt = message.senderId === me.id ? log.receipt(message) : undefined
  const spoken = spokenTo(message, context).map(({ name }) => name)
  return [
    ...[
      message,
      row.starts,
      row.key === focusKey,
      row.key === nearKey,
      message.id === openId,
      canSend,
      namesReaders,
      me.id,
      words.locale,
      log,
    ],
    ...[log.person(message.senderId), quoted, quoted && log.person(quoted.senderId), spoken.join()],
    ...[receipt?.read, receipt?.unread, (log.members?.length ?? 0) < 2],
  ]
}

function messageRow(message: Message, { key, starts }: { key: string; starts: boolean }, context: RowContext): TemplateResult {
  const { log, me, words } = context
  const isOwn = message.senderId === me.id
  const sender = log.person(message.senderId)
  const name = `im-message${starts ? ' is-start' : ''}${isOwn ? ' is-own' : ''}${message.id === context.openId ? ' is-open' : ''}`
  return html`<article
    class=${name}
    data-key=${key}
    data-id=${message.id}
    tabindex=${key === context.focusKey ? '0' : '-1'}
    @contextmenu=${(event: Event) => matchMedia('(hover: none)').matches && context.more(message, event)}
  >
    ${starts ? head(sender) : gutter(message.createdAt, words)}
    <div>
      ${starts ? byline(sender, message.createdAt, words) : nothing}
      ${message.replyToId === null ? nothing : quote(message.replyToId, context)}
      ${messageText(message.text ?? '', spokenTo(message, context))}
      ${
        message.editedAt === null
          ? nothing
          : html`<span class="im-edited" title=${words.dates.exact(message.editedAt)}>${words.text('im.edited')}</span>`
      }
    </div>
    ${isOwn ? receipt(message, context) : nothing}
    ${key === context.nearKey || message.id === context.openId ? tools(message, context) : nothing}
  </article>`
}

function pendingRow(pending: PendingMessage, { key, starts }: { key: string; starts: boolean }, context: RowContext): TemplateResult {
  const { me, words, isOffline } = context
  const at = new Date(pending.at).toISOString()
  const isFailed = pending.refused !== undefined || isOffline
  return html`<article class=${`im-message${starts ? ' is-start' : ''}${isFailed ? '' : ' is-sending'}`} data-key=${key} tabindex="-1">
    ${starts ? head(me) : gutter(at, words)}
    <div>
      ${starts ? byline(me, at, words) : nothing} ${pending.replyToId === null ? nothing : quote(pending.replyToId, context)}
      ${messageText(
        pending.text,
        pending.mentions.flatMap((id) => spokenOf(id, context)),
      )}
      ${isFailed ? failure(pending, context) : html`<span class="im-receipt">${icon(clock, 14)} ${words.text('im.sending')}</span>`}
    </div>
  </article>`
}

/** Why it was not sent. What a content rule refused is not tried again as it is. */
function failure(pending: PendingMessage, { words, retry, discard, rewrite }: RowContext): TemplateResult {
  const { blocked } = pending
  const why =
    blocked === undefined
      ? words.text(pending.refused === undefined ? 'im.failed.offline' : 'im.failed.refused')
      : blockedWords(words, pending.text, blocked)
  const again =
    blocked === undefined
      ? html`<button class="ln-link-button" @click=${() => retry(pending)}>${words.text('im.retry')}</button>`
      : html`<button class="ln-link-button" @click=${() => rewrite(pending)}>${words.text('im.rewrite')}</button>`
  return html`<span class="im-receipt is-failed" role="status"
    >${icon(circleAlert, 14)} ${why} ${again}
    <button class="ln-link-button" @click=${() => discard(pending)}>${words.text('im.discard')}</button></span
  >`
}

function noteRow(message: Message, key: string, { log, me, words, edit, canSend }: RowContext): TemplateResult {
  const nameOf = (id: string): string => (id === me.id ? words.text('im.you') : (log.person(id)?.name ?? words.text('im.someone')))
  const { system } = message
  const name = nameOf(message.senderId)
  if (system === null) {
    const isOwn = message.senderId === me.id
    // what was just taken back can be written anew, as long as this page remembers it
    const before = isOwn && canSend ? log.recalledText(message.id) : undefined
    return html`<div class="im-event" data-key=${key} data-id=${message.id} tabindex="-1">
      ${icon(cornerUpLeft, 14)}${words.text('im.recalledNote', { name })}
      ${
        before === undefined
          ? nothing
          : html`<button class="ln-link-button" @click=${() => edit({ ...message, text: before })}>${words.text('im.writeAgain')}</button>`
      }
    </div>`
  }
  const people = words.list(system.personIds.map(nameOf))
  const text = words.text(`im.note.${system.what}`, { name, people, value: system.name ?? '' })
  const lines = system.what === 'renamed' || system.what === 'described' ? pencil : users
  return html`<div class="im-event" data-key=${key} data-id=${message.id}>${icon(lines, 14)}${text}</div>`
}

const head = (sender: PersonSummary | undefined) =>
  sender === undefined ? html`<span class="ln-avatar" data-size="36"></span>` : avatar(sender, { size: 36 })
const gutter = (at: string, words: LocalizeController) =>
  html`<time class="im-gutter" datetime=${at} title=${words.dates.exact(at)}>${words.dates.time(at)}</time>`

function byline(sender: PersonSummary | undefined, at: string, words: LocalizeController): TemplateResult {
  const place = sender?.affiliation ?? null
  return html`<header class="im-by">
    <strong>${sender?.name ?? words.text('im.someone')}</strong>
    ${
      sender?.kind === 'external'
        ? html`<span class="ln-badge is-external">${icon(arrowUpRight, 12)}${place ?? words.text('ln.external')}</span>`
        : place === null
          ? nothing
          : html`<span>${place}</span>`
    }
    <time datetime=${at} title=${words.dates.exact(at)}>${words.dates.time(at)}</time>
  </header>`
}

function quote(messageId: string, { log, words, show }: RowContext): TemplateResult {
  const quoted = log.quoted(messageId)
  if (quoted === undefined) return html`<span class="im-quote"><span class="ln-skeleton" data-w="3"></span></span>`
  const text = quoted.recalledAt === null ? plainText(quoted.text ?? '') : words.text('im.quoteRecalled')
  return html`<button class="im-quote" @click=${() => show(messageId)}>
    <b>${log.person(quoted.senderId)?.name ?? words.text('im.someone')}</b><span class="ln-truncate">${text}</span>
  </button>`
}

function receipt(message: Message, { log, words, readers, namesReaders }: RowContext): TemplateResult | typeof nothing {
  const counts = log.receipt(message)
  if (counts === undefined && (!namesReaders || log.members === undefined || log.members.length < 2)) return nothing
  const label =
    counts === undefined
      ? words.text('im.readers')
      : counts.unread === 0
        ? words.text('im.readByAll')
        : html`${words.text('im.readBy', { count: counts.read })}<i class="ln-sep"></i
            ><b>${words.text('im.unreadBy', { count: counts.unread })}</b>`
  if (!namesReaders) return html`<span class="im-receipt">${label}</span>`
  return html`<button class="im-receipt" popovertarget="readers" @click=${() => readers(message)}>${label}</button>`
}

function tools(message: Message, { words, reply: answer, more, canSend }: RowContext): TemplateResult {
  return html`<div class="im-tools" role="toolbar" aria-label=${words.text('im.tools')}>
    ${
      canSend
        ? html`<button
            class="ln-button is-icon is-quiet"
            aria-label=${words.text('im.reply')}
            title=${words.text('im.reply')}
            @click=${() => answer(message)}
          >
            ${icon(reply)}
          </button>`
        : nothing
    }
    <button
      class="ln-button is-icon is-quiet"
      aria-label=${words.text('im.more')}
      title=${words.text('im.more')}
      popovertarget="message-menu"
      @click=${(event: Event) => more(message, event)}
    >
      ${icon(ellipsis)}
    </button>
  </div>`
}

const spokenTo = (message: Message, context: RowContext): Spoken[] => message.mentions.flatMap((id) => spokenOf(id, context))

function spokenOf(id: string, { log, me, words }: RowContext): Spoken[] {
  if (id === 'all') return [...new Set([words.text('im.everyone'), '所有人', 'everyone'])].map((name) => ({ name, isMe: true }))
  const name = log.person(id)?.name
  return name === undefined ? [] : [{ name, isMe: id === me.id }]
}
