import { html, nothing, type TemplateResult } from 'lit'
import { Marked, type Token, type Tokens } from 'marked'

/** People who are spoken to in a text, by the name they are written with. */
export interface Spoken {
  readonly name: string
  readonly isMe: boolean
}

type Drawn = TemplateResult | string | typeof nothing
type Draw = (tokens: readonly Token[] | undefined) => Drawn[]

const marked = new Marked({ gfm: true, breaks: true })
/** Where a link may lead; anything else stays text. */
const safeLink = /^(https?:|mailto:|\/(?!\/))/i
/** Written in a Chinese sentence an address ends where the sentence goes on; elsewhere only at a blank. */
const foreign = /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef\u201c\u201d\u2018\u2019\u2026]/
marked.use({
  tokenizer: {
    url(source) {
      const at = /^https?:\/\/\S+/i.exec(source)?.[0].search(foreign) ?? -1
      // undefined: not ours to read, false: as usual
      if (at === -1) return false
      const raw = source.slice(0, at).replace(/[.,;:!?]+$/, '')
      return { type: 'link', raw, text: raw, href: raw, tokens: [{ type: 'text', raw, text: raw, escaped: false }] }
    },
  },
})
const longestRemembered = 500
const remembered = new Map<string, Token[]>()

function tokensOf(text: string): Token[] {
  let tokens = remembered.get(text)
  if (tokens === undefined) {
    tokens = marked.lexer(text)
    if (remembered.size >= longestRemembered) remembered.delete(remembered.keys().next().value as string)
    remembered.set(text, tokens)
  }
  return tokens
}

/** A message's text as templates. It never becomes an HTML string: what looks like HTML stays what was typed. */
export function messageText(text: string, spoken: readonly Spoken[] = []): Drawn[] {
  const draw: Draw = (tokens = []) => tokens.map((token) => drawToken(token, draw, spoken))
  return draw(tokensOf(text))
}

/** The text on one line, without marks: for lists, quotes, notifications. */
export function plainText(text: string): string {
  const flat = (tokens: readonly Token[] | undefined): string =>
    (tokens ?? [])
      .map((token) => {
        if (token.type === 'list') return (token as Tokens.List).items.map((item) => flat(item.tokens)).join(' ')
        if (token.type === 'table') return token.raw
        if (token.type === 'br' || token.type === 'space') return ' '
        return 'tokens' in token && token.tokens !== undefined ? flat(token.tokens) : 'text' in token ? String(token.text) : token.raw
      })
      .join('')
  return flat(tokensOf(text)).replace(/\s+/g, ' ').trim()
}

function drawToken(token: Token, draw: Draw, spoken: readonly Spoken[]): Drawn {
  switch (token.type) {
    case 'space':
      return nothing
    case 'paragraph':
      return html`<p class="im-text">${draw(token.tokens)}</p>`
    case 'heading':
      return html`<p class="im-text"><strong>${draw(token.tokens)}</strong></p>`
    case 'blockquote':
      return html`<blockquote class="im-block-quote">${draw(token.tokens)}</blockquote>`
    case 'list':
      return drawList(token as Tokens.List, draw)
    case 'code':
      return html`<pre class="im-code"><code>${(token as Tokens.Code).text}</code></pre>`
    case 'codespan':
      return html`<code>${(token as Tokens.Codespan).text}</code>`
    case 'strong':
      return html`<strong>${draw(token.tokens)}</strong>`
    case 'em':
      return html`<em>${draw(token.tokens)}</em>`
    case 'del':
      return html`<del>${draw(token.tokens)}</del>`
    case 'br':
      return html`<br />`
    case 'link':
    case 'image':
      return drawLink(token as Tokens.Link, draw)
    case 'text':
    case 'escape':
      return 'tokens' in token && token.tokens !== undefined
        ? html`${draw(token.tokens)}`
        : html`${withNames(String((token as Tokens.Text).text), spoken)}`
    default:
      return token.type === 'hr' || token.type === 'table' ? html`<p class="im-text">${token.raw}</p>` : token.raw
  }
}

function drawList(list: Tokens.List, draw: Draw): TemplateResult {
  const items = list.items.map((item) => html`<li>${draw(item.tokens)}</li>`)
  return list.ordered
    ? html`<ol class="im-items" start=${list.start === '' ? 1 : list.start}>
        ${items}
      </ol>`
    : html`<ul class="im-items">
        ${items}
      </ul>`
}

function drawLink({ href, tokens, text }: Tokens.Link, draw: Draw): Drawn {
  const inner = tokens === undefined ? text : draw(tokens)
  if (!safeLink.test(href)) return html`${inner}`
  return href.startsWith('/')
    ? html`<a href=${href}>${inner}</a>`
    : html`<a href=${href} target="_blank" rel="noopener noreferrer">${inner}</a>`
}

/** `@name` of those who are spoken to is marked; longer names first, so that 李文 does not take 李文博's. */
function withNames(text: string, spoken: readonly Spoken[]): Drawn[] {
  const byLength = spoken.toSorted((one, other) => other.name.length - one.name.length)
  const parts: Drawn[] = []
  let rest = text
  for (;;) {
    const at = firstName(rest, byLength)
    if (at === undefined) return [...parts, rest]
    const { index, person } = at
    parts.push(rest.slice(0, index), html`<span class=${person.isMe ? 'ln-at is-me' : 'ln-at'}>@${person.name}</span>`)
    rest = rest.slice(index + person.name.length + 1)
  }
}

function firstName(text: string, spoken: readonly Spoken[]): { index: number; person: Spoken } | undefined {
  let found: { index: number; person: Spoken } | undefined
  for (const person of spoken) {
    const index = text.indexOf(`@${person.name}`)
    if (index !== -1 && (found === undefined || index < found.index)) found = { index, person }
  }
  return found
}
