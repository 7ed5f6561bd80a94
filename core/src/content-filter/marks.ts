import { contentMarks } from '@liaison/sdk/platform'
import { plainText } from './fold.ts'

export interface MarkHit {
  readonly mark: string
  readonly from: number
  readonly to: number
}

/** Lines that count as the head, not counting empty ones, and how far they are looked through, in UTF-16 code units */
const headLines = 5
const headLength = 1_000

/** What is put between the characters of a mark: blanks, and what nobody sees */
const blank = String.raw`[ \t\u00ad\u200b-\u200d\u2060\ufeff\ufe0f]`
const blanks = new RegExp(blank, 'gu')
const gap = `${blank}{0,4}`
/** A heading of Markdown is one in print */
const start = String.raw`^\s*${gap}(?:#{1,6}[ \t]+)?`
const level = contentMarks.map((mark) => mark.split('').join(gap)).join('|')
const star = '[★☆▲△*]'
// GB/T 9704: 机密★1年; also 秘密★启封前, 绝密★长期, 机密★至2030年12月31日
const term = String.raw`(?:\d{1,3}${gap}(?:年|个月|月|日|天)|长期|(?:启封|公开|解密|发布)前|至[\d年月日.\-/ ]{4,14})`
const open = String.raw`[[【〔(《<{「『]`
const close = String.raw`[\]】〕)》>}」』]`
const label = String.raw`(?:(?:密|保密等|涉密等|文件密)${gap}级(?:标识)?|密级标识)`

/** 机密★, 机密★10年, anywhere in a line of the head: nobody writes this in a sentence. */
const starred = new RegExp(String.raw`(?:${level})${gap}${star}${gap}(?:${term})?`, 'u')
/** 【机密】 at the beginning of a line */
const bracketed = new RegExp(String.raw`${start}${open}${gap}(?:${level})(?:级)?${gap}(?:${star}?${gap}${term}?)${gap}${close}`, 'u')
/** 密级：机密 */
const labelled = new RegExp(String.raw`${start}${open}?${label}${gap}[:：]${gap}(?:${level})`, 'u')
/** 机密：…, 绝密: … at the beginning of the text. 秘密：… begins a story as well. */
const announced = new RegExp(String.raw`${start}(?:绝${gap}密|机${gap}密|核心商密|普通商密)${gap}(?:文件|资料|件)?${gap}[:：]`, 'u')
/** A line of nothing but the mark, above others: 机密, 绝密文件, 机密 10年 */
const alone = new RegExp(String.raw`${start}(?:${level})(?:级)?${gap}(?:文件|资料|件|${term})?\s*$`, 'u')

const named = new RegExp(level, 'u')

/**
 * The classification that stands at the head of a text: in its usual forms (starred, in brackets, as 密级, on a line of its own
 * above the rest). The words in a sentence are no mark: 这不是秘密.
 */
export function marksIn(text: string): readonly MarkHit[] {
  const begun = text.slice(0, headLength)
  if (!begun.includes('密')) return [] // in every mark, and the same in both scripts
  const head = plainText(begun)
  const hits: MarkHit[] = []
  let at = 0
  let seen = 0
  const isLong = text.trim().includes('\n')
  for (const line of head.split(/\r\n|[\n\r\u2028\u2029]/u)) {
    const isEmpty = line.trim() === ''
    if (!isEmpty && seen < headLines) {
      const forms = [starred, bracketed, labelled, ...(seen === 0 ? [announced] : []), ...(isLong ? [alone] : [])]
      const match = forms.map((form) => form.exec(line)).find((found) => found !== null)
      const mark = match && named.exec(match[0])
      if (match && mark) {
        const from = at + match.index + (match[0].length - match[0].trimStart().length)
        hits.push({ mark: mark[0].replaceAll(blanks, ''), from, to: at + match.index + match[0].trimEnd().length })
      }
      seen += 1
    }
    at += line.length
    if (head.startsWith('\r\n', at)) at += 2
    else at += 1
  }
  return hits
}
