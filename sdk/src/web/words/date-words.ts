import type { Locale } from '../../contract/text.ts'

type Moment = string | number | Date

const day = 86_400_000
const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * day],
  ['month', 30 * day],
  ['day', day],
  ['hour', 3_600_000],
  ['minute', 60_000],
]

/** Dates and times in one language, in the zone of the device. */
export class DateWords {
  readonly #now: () => Date
  readonly #time
  readonly #weekday
  readonly #dayOfYear
  readonly #dayWithYear
  readonly #exact
  readonly #heading: readonly Intl.DateTimeFormat[]
  readonly #comma
  readonly #relative

  constructor(locale: Locale, now: () => Date) {
    this.#now = now
    this.#time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hour12: false })
    this.#weekday = new Intl.DateTimeFormat(locale, { weekday: 'long' })
    this.#dayOfYear = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric' })
    this.#dayWithYear = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', day: 'numeric' })
    this.#exact = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'medium', hour12: false })
    const day = new Intl.DateTimeFormat(locale, { month: 'long', day: 'numeric' })
    const weekday = new Intl.DateTimeFormat(locale, { weekday: locale === 'en' ? 'long' : 'short' })
    this.#heading = locale === 'en' ? [weekday, day] : [day, weekday]
    this.#comma = locale === 'en' ? ', ' : ' '
    this.#relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  }

  /** `09:31` */
  time(moment: Moment): string {
    return this.#time.format(new Date(moment))
  }
  /** 今天, 昨天, 星期五 (this week), 11月12日, 2025年3月1日 */
  day(moment: Moment): string {
    const date = new Date(moment)
    const daysAgo = calendarDays(date, this.#now())
    if (daysAgo >= -1 && daysAgo <= 1) return this.#relative.format(-daysAgo, 'day')
    if (daysAgo > 0 && daysAgo < 7) return this.#weekday.format(date)
    return (date.getFullYear() === this.#now().getFullYear() ? this.#dayOfYear : this.#dayWithYear).format(date)
  }
  /** For lists: the time when it was today, else the day. */
  short(moment: Moment): string {
    return calendarDays(new Date(moment), this.#now()) === 0 ? this.time(moment) : this.day(moment)
  }
  /** The whole of it, for `title`. */
  exact(moment: Moment): string {
    return this.#exact.format(new Date(moment))
  }
  /** 11月24日 周二 */
  heading(moment: Moment): string {
    const date = new Date(moment)
    return this.#heading.map((format) => format.format(date)).join(this.#comma)
  }
  /** 今天 11月24日 周二: over what happened on a day. The heading alone names other days than today and yesterday. */
  dayMark(moment: Moment): string {
    const daysAgo = calendarDays(new Date(moment), this.#now())
    const heading = this.heading(moment)
    return daysAgo === 0 || daysAgo === 1 ? `${this.day(moment)}${this.#comma}${heading}` : heading
  }
  /** 3分钟前, in 2 days; less than a minute is 现在. */
  relative(moment: Moment): string {
    const distance = new Date(moment).getTime() - this.#now().getTime()
    const [unit, size] = steps.find(([, size]) => Math.abs(distance) >= size) ?? ['second', Number.POSITIVE_INFINITY]
    return this.#relative.format(Math.trunc(distance / size), unit)
  }
  isSameDay(one: Moment, other: Moment): boolean {
    return calendarDays(new Date(one), new Date(other)) === 0
  }
}

function calendarDays(from: Date, to: Date): number {
  const start = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate())
  return Math.round((start(to) - start(from)) / day)
}
