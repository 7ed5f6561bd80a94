import { describe, expect, it } from 'vitest'
import { marksIn } from './marks.ts'

const marks = (text: string): string[] => marksIn(text).map(({ mark, from, to }) => `${mark}: ${text.slice(from, to)}`)

describe('the classification at the head of a text', () => {
  it.each([
    ['机密★10年\n关于新品定价的请示', '机密: 机密★10年'],
    ['绝密★启封前', '绝密: 绝密★启封前'],
    ['秘密★至2030年12月31日\n会议纪要', '秘密: 秘密★至2030年12月31日'],
    ['\n\n  机　密 ★ 长期 \n关于', '机密: 机　密 ★ 长期'],
    ['第三季度报告  机密★', '机密: 机密★'],
    ['【机密】报价单', '机密: 【机密】'],
    ['（绝密）请勿转发', '绝密: （绝密）'],
    ['密级：秘密\n正文', '秘密: 密级：秘密'],
    ['绝密：下季度底价', '绝密: 绝密：'],
    ['机密\n\n关于并购的汇报', '机密: 机密'],
    ['核心商密▲5年\n正文', '核心商密: 核心商密▲5年'],
    ['機密★\n正文', '机密: 機密★'],
    ['机\u200b密\n正文', '机密: 机\u200b密'],
    ['\u200b【绝\u00ad密】名单', '绝密: \u200b【绝\u00ad密】'],
    ['# 绝密\n正文', '绝密: # 绝密'],
  ])('is read from %j', (text, expected) => {
    expect(marks(text)).toEqual([expected])
  })

  it.each([
    '这不是秘密',
    '秘密',
    '我有一个秘密\n你猜猜看',
    '秘密武器马上就到',
    '- 公开\n- 秘密\n- 机密',
    '秘密：其实今天是他生日',
    '机密文件请走加密邮箱，不要发在群里',
    '他说这份材料是绝密级的，真的吗？',
    '一\n二\n三\n四\n五\n机密★10年',
  ])('is not read from %j', (text) => {
    expect(marks(text)).toEqual([])
  })

  it('takes no longer for a long head', () => {
    expect(marks(`${'密 '.repeat(200_000)}机密★`)).toEqual([])
  })
})
