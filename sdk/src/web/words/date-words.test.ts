import { describe, expect, it } from 'vitest'
import { DateWords } from './date-words.ts'

const now = new Date(2026, 10, 24, 15, 30)
const zh = new DateWords('zh-CN', () => now)
const en = new DateWords('en', () => now)
const at = (day: number, hour = 9, minute = 5) => new Date(2026, 10, day, hour, minute)

describe('the day of a list', () => {
  it('is the time today, a word for yesterday, the weekday this week, the date before', () => {
    expect([at(24), at(23), at(20), at(12), new Date(2025, 2, 1)].map((moment) => zh.short(moment))).toEqual([
      '09:05',
      '昨天',
      '星期五',
      '11月12日',
      '2025年3月1日',
    ])
    expect([at(24), at(23), at(20), at(12), new Date(2025, 2, 1)].map((moment) => en.short(moment))).toEqual([
      '09:05',
      'yesterday',
      'Friday',
      'Nov 12',
      'Mar 1, 2025',
    ])
  })
  it('changes at midnight, not after 24 hours', () => {
    expect(zh.short(at(23, 23, 59))).toBe('昨天')
    expect(zh.short(at(24, 0, 0))).toBe('00:00')
  })
})

describe('relative times', () => {
  it('count the largest whole unit, both ways', () => {
    expect(zh.relative(at(24, 15, 27))).toBe('3分钟前')
    expect(zh.relative(new Date(now.getTime() - 20_000))).toBe('现在')
    expect(en.relative(at(26, 15, 30))).toBe('in 2 days')
  })
})

describe('the heading of a day', () => {
  it('has date and weekday in the order of the language', () => {
    expect([zh.heading(now), en.heading(now)]).toEqual(['11月24日 周二', 'Tuesday, November 24'])
  })
  it('says today and yesterday over what happened then', () => {
    const daysAgo = (days: number): Date => new Date(now.getTime() - days * 86_400_000)
    expect([0, 1, 2].map((days) => zh.dayMark(daysAgo(days)))).toEqual(['今天 11月24日 周二', '昨天 11月23日 周一', '11月22日 周日'])
    expect([0, 2].map((days) => en.dayMark(daysAgo(days)))).toEqual(['today, Tuesday, November 24', 'Sunday, November 22'])
  })
})
