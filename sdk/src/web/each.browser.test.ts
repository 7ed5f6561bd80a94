import { html, nothing, render } from 'lit'
import { beforeEach, describe, expect, it } from 'vitest'
import { each } from './each.ts'

let root: HTMLElement
beforeEach(() => {
  root = document.createElement('div')
})
const draw = (keys: string) =>
  render(
    html`<ul>
      ${
        keys === '-'
          ? nothing
          : each(
              [...keys],
              (key) => key,
              (key, index) => html`<li id=${key}>${key}${index}</li>`,
            )
      }
    </ul>`,
    root,
  )
const words = () => [...root.querySelectorAll('li')].map(({ textContent }) => textContent)
const orders = ['abc', 'cab', 'bca', 'xaby', '', 'dcba', 'abcd', 'zbdq', 'a', '-', 'ba']

describe('a list with keys', () => {
  it.each(orders.flatMap((from) => orders.map((to) => [from, to] as const)))('is as it was drawn last: from %j to %j', (from, to) => {
    draw(from)
    draw(to)
    expect(words()).toEqual(to === '-' ? [] : [...to].map((key, index) => `${key}${index}`))
  })

  it('keeps the elements of what stays', () => {
    draw('abc')
    const b = root.querySelector('#b')
    draw('xbyz')
    expect(root.querySelector('#b')).toBe(b)
    draw('zb')
    expect(root.querySelector('#b')).toBe(b)
  })

  it('leaves nothing of what went', () => {
    draw('abcdef')
    const nodes = () => root.querySelector('ul')?.childNodes.length
    const before = nodes()
    for (let turn = 0; turn < 50; turn++) {
      draw('cdefgh')
      draw('abcdef')
    }
    expect(nodes()).toBe(before)
  })
})
