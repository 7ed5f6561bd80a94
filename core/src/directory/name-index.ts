const cut = '|'

/**
 * What a search for people matches: every way to begin the name in the middle — 陈思齐 is found by 陈, 思齐, chensiqi, siqi, csq —
 * and the account. The whole pinyin comes first, so that the column sorts by it.
 */
export async function nameIndexOf(name: string, account: string): Promise<string> {
  const { pinyin } = await import('pinyin-pro') // its dictionary takes a moment: only where a name is written
  const words = name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const syllables = words.flatMap((word) =>
    /\p{Script=Han}/u.test(word) ? pinyin(word, { toneType: 'none', type: 'array', surname: 'head', v: true }) : [word],
  )
  const letters = words.flatMap((word) => (/\p{Script=Han}/u.test(word) ? [...word] : [word]))
  const initials = syllables.map((syllable) => syllable.slice(0, 1))
  const accountParts = account.split(/[._@-]+/).filter((part) => part !== '')
  // the spaces let 李文博 stand before 林志远; no search has any
  const ways = [syllables.join(' '), ...endings(syllables), ...endings(initials), ...endings(letters), account, ...endings(accountParts)]
  return cut + [...new Set(ways)].join(cut)
}

/** `a b c` → `abc`, `bc`, `c` */
const endings = (parts: readonly string[]): string[] => parts.map((_part, at) => parts.slice(at).join(''))

/** A `like` pattern over `nameIndex` for what somebody typed; undefined when nothing is left to look for. */
export function namePattern(query: string): string | undefined {
  const typed = query.toLowerCase().replaceAll(/[\s|'’]+/gu, '')
  // `like` has no escape that both databases share without a clause of its own: its signs match one character instead
  return typed === '' ? undefined : `%${cut}${typed.replaceAll(/[%\\]/g, '_')}%`
}
