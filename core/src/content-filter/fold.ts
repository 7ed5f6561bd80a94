import { traditionalPairs } from './traditional-characters.ts'

/** Every UTF-16 code unit as it is compared: half width, simplified; case is kept. One unit stays one unit, so places stay true. */
const plain = Uint16Array.from({ length: 0x1_00_00 }, (_value, unit) => unit)
for (let unit = 0xff01; unit <= 0xff5e; unit += 1) plain[unit] = unit - 0xfee0
plain[0x3000] = 0x20
for (let at = 0; at < traditionalPairs.length; at += 2) plain[traditionalPairs.charCodeAt(at)] = traditionalPairs.charCodeAt(at + 1)

/** Without case, too: what words are compared by. */
const caseless = Uint16Array.from(plain, (unit) => {
  const lower = String.fromCharCode(unit).toLowerCase()
  return lower.length === 1 ? lower.charCodeAt(0) : unit
})

/** As it is compared, without case. */
export const unitOf = (unit: number): number => caseless[unit]!

/** The text in half width and simplified characters, as long as it was: what is found there is found at the same place. */
export function plainText(text: string): string {
  let at = 0
  while (at < text.length && plain[text.charCodeAt(at)] === text.charCodeAt(at)) at += 1
  if (at === text.length) return text
  const units = new Uint16Array(text.length)
  for (at = 0; at < text.length; at += 1) units[at] = plain[text.charCodeAt(at)]!
  let folded = ''
  for (let from = 0; from < units.length; from += atOnce) folded += fromUnits(units.subarray(from, from + atOnce))
  return folded
}
/** Arguments of one call, which live on the stack */
const atOnce = 8_192
const fromUnits = (units: Uint16Array): string => Reflect.apply(String.fromCharCode, String, units) as string

/** What is put between the characters of a word to hide it. Punctuation and line ends part words, and what stands in lists does. */
const separators = new Set<number>()
for (const unit of ' \t*_.-~^=+·•・‧∙●○◆◇■□※—–―…') separators.add(caseless[unit.charCodeAt(0)]!)
for (const unit of [0xa0, 0xad, 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff, 0xfe0f]) separators.add(unit)
export const isSeparator = (unit: number): boolean => separators.has(unit)

/** What part words in print without being seen: a gap of nothing else is no gap between words. */
export const isInvisible = (unit: number): boolean =>
  unit === 0xad || (unit >= 0x200b && unit <= 0x200d) || unit === 0x2060 || unit === 0xfeff

/** A letter or digit of the Latin script: words of it end where the next one begins. */
export const isLatin = (unit: number): boolean =>
  (unit >= 0x30 && unit <= 0x39) || (unit >= 0x61 && unit <= 0x7a) || (unit >= 0xc0 && unit <= 0x24f && unit !== 0xd7 && unit !== 0xf7)

/** A character of a word in any script. */
export const isWordUnit = (unit: number): boolean =>
  isLatin(unit) || (unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0x3040 && unit <= 0x30ff)
