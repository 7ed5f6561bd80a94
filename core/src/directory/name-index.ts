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

/** Matches no index: between two marks there is always something. */
const nobody = cut + cut

/**
 * A `like` pattern over `nameIndex` for what somebody typed; undefined when he typed nothing. The signs of `like` itself stand in
 * no index, and there is no way to escape them that both databases share: whoever types them finds nobody.
 */
export function namePattern(query: string): string | undefined {
  if (query.trim() === '') return undefined
  // blanks and the apostrophe divide syllables: xi'an
  const typed = query.toLowerCase().replaceAll(/[\s'’]+/gu, '')
  return /[\p{L}\p{N}]/u.test(typed) && !/[%\\|]/.test(typed) ? `%${cut}${typed}%` : nobody
}
