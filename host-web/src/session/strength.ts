/** How hard a password would be to guess; 0: too short. */
export type Strength = 0 | 1 | 2 | 3 | 4

const pools: readonly (readonly [RegExp, number])[] = [
  [/[a-z]/, 26],
  [/[A-Z]/, 26],
  [/\d/, 10],
  [/[ -/:-@[-`{-~]/, 33],
  [/[^ -~]/, 3000],
]

/** From length and variety; pieces that repeat or run on (`aaa`, `123`) add nothing. */
export function strengthOf(password: string, minLength: number): Strength {
  const characters = [...password]
  if (characters.length < minLength) return 0
  const pool = pools.reduce((sum, [pattern, size]) => sum + (pattern.test(password) ? size : 0), 0)
  const telling = characters.filter((character, at) => {
    const step = character.codePointAt(0)! - (characters[at - 1]?.codePointAt(0) ?? 0)
    return at === 0 || Math.abs(step) > 1
  })
  const bits = Math.min(telling.length, new Set(characters).size * 1.5) * Math.log2(pool)
  return bits < 40 ? 1 : bits < 55 ? 2 : bits < 75 ? 3 : 4
}
