import { render } from 'lit'
import { describe, expect, it } from 'vitest'
import { messageText, plainText } from './message-text.ts'

function shown(text: string, spoken: Parameters<typeof messageText>[1] = []): HTMLElement {
  const box = document.createElement('div')
  render(messageText(text, spoken), box)
  return box
}

describe('the text of a message', () => {
  it('keeps lines, emphasis, lists and code', () => {
    const box = shown('第一行\n**第二行**\n\n- 甲\n- 乙\n\n`HC-200`')
    expect(box.querySelector('br')).not.toBeNull()
    expect(box.querySelector('strong')?.textContent).toBe('第二行')
    expect([...box.querySelectorAll('li')].map(({ textContent }) => textContent)).toEqual(['甲', '乙'])
    expect(box.querySelector('code')?.textContent).toBe('HC-200')
  })

  it.each([
    '<img src=x onerror=alert(1)>',
    '<script>alert(1)</script>',
    '<svg/onload=alert(1)>',
    '[点我](javascript:alert(1))',
    '[点我](JaVaScRiPt:alert(1))',
    '[点我](java\tscript:alert(1))',
    '[点我](data:text/html,<script>alert(1)</script>)',
    '![图](javascript:alert(1))',
    '[点我](//evil.example)',
  ])('makes nothing live of %s', (attack) => {
    const box = shown(attack)
    expect(box.querySelectorAll('a, img, script, svg')).toHaveLength(0)
    expect(box.textContent).not.toBe('')
  })

  it('leads to the web in a page of its own, and inside in this one', () => {
    const [outside, inside] = shown('https://example.com 和 [任务](/tasks)').querySelectorAll('a')
    expect(outside?.rel).toBe('noopener noreferrer')
    expect(inside?.getAttribute('href')).toBe('/tasks')
    expect(inside?.target).toBe('')
  })

  it('ends an address where a Chinese sentence goes on', () => {
    const [one, other] = shown('见 http://a.cn/x?y=1，后面是中文。（https://b.cn/z）').querySelectorAll('a')
    expect([one?.getAttribute('href'), other?.getAttribute('href')]).toEqual(['http://a.cn/x?y=1', 'https://b.cn/z'])
  })

  it('marks the names of those who are spoken to, the longer one first', () => {
    const marks = shown('@李文博 @李文 和 @某人', [
      { name: '李文', isMe: true },
      { name: '李文博', isMe: false },
    ]).querySelectorAll('.ln-at')
    expect([...marks].map(({ textContent, classList }) => [textContent, classList.contains('is-me')])).toEqual([
      ['@李文博', false],
      ['@李文', true],
    ])
  })

  it('is one line without marks in lists and quotes', () => {
    expect(plainText('**通知**\n\n1. 甲\n2. `乙`\n\n> 引用 [链接](https://example.com)')).toBe('通知 甲 乙 引用 链接')
  })
})
