import { html, nothing, type TemplateResult } from 'lit'
import type { PersonSummary } from '../../contract/shapes.ts'

export type PresenceState = 'online' | 'away' | 'busy' | 'offline'

interface AvatarOptions {
  /** px, default 32 */
  readonly size?: 20 | 24 | 32 | 36 | 48
  readonly presence?: PresenceState
}

/** The circle of a person: last two characters of the name, one below 32 px, a ring around outside people. */
export function avatar(person: Pick<PersonSummary, 'id' | 'name' | 'kind'>, { size = 32, presence }: AvatarOptions = {}): TemplateResult {
  return html`<span
    class=${person.kind === 'external' ? 'ln-avatar is-guest' : 'ln-avatar'}
    data-tone=${toneOf(person.id)}
    data-size=${size}
    aria-hidden="true"
    >${initials(person.name, size)}${presence === undefined ? nothing : html`<i class="ln-presence" data-state=${presence}></i>`}</span
  >`
}

/** The square of a group, a project, a company. */
export function groupAvatar(
  name: string,
  { size = 32, external = false }: { size?: AvatarOptions['size']; external?: boolean } = {},
): TemplateResult {
  return html`<span class=${external ? 'ln-avatar is-group is-guest' : 'ln-avatar is-group'} data-size=${size} aria-hidden="true"
    >${[...name][0] ?? ''}</span
  >`
}

/** 思齐 of 陈思齐, 齐 when small; AB of Alice Brown, A when small. */
export function initials(name: string, size: number): string {
  const isLatin = /^[\p{Script=Latin}\s.'-]+$/u.test(name)
  const short = isLatin
    ? name
        .split(/\s+/)
        .filter((word) => word !== '')
        .map((word) => [...word][0]?.toUpperCase())
        .slice(0, 2)
    : [...name].slice(-2)
  return size < 32 ? (isLatin ? (short[0] ?? '') : (short.at(-1) ?? '')) : short.join('')
}

/** 1–8, the same for a person everywhere. */
export function toneOf(id: string): number {
  let sum = 0
  for (const character of id) sum = (sum * 31 + character.charCodeAt(0)) >>> 0
  return (sum % 8) + 1
}
