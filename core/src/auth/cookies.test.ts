import { describe, expect, it } from 'vitest'
import { cookieHeader } from './cookies.ts'
import { KnownBrowser } from './known-browser.ts'

describe('a cookie', () => {
  it('is read by no script and sent to this site alone', () => {
    expect(cookieHeader('name', 'value', { isSecure: false, maxAge: 60 })).toBe('name=value; Path=/; Max-Age=60; HttpOnly; SameSite=Lax')
  })
  it('travels encrypted only where the platform does', () => {
    expect(cookieHeader('name', 'value', { isSecure: true, maxAge: 60, path: '/api' })).toBe(
      'name=value; Path=/api; Max-Age=60; HttpOnly; SameSite=Lax; Secure',
    )
  })
})

describe('a browser', () => {
  const browser = new KnownBrowser('a secret of the installation')

  it('is known for those who have signed in on it', () => {
    const both = browser.with(browser.with(undefined, 'one'), 'other')
    expect([browser.knows(both, 'one'), browser.knows(both, 'other'), browser.knows(both, 'third')]).toEqual([true, true, false])
  })
  it('cannot say so itself', () => {
    expect(browser.knows(new KnownBrowser('another secret').with(undefined, 'one'), 'one')).toBe(false)
    expect(browser.knows('forged.nonsense', 'one')).toBe(false)
  })
  it('remembers ten people and no rubbish', () => {
    let cookie = 'rubbish'
    for (let person = 0; person < 12; person += 1) cookie = browser.with(cookie, String(person))
    expect(cookie.split('.')).toHaveLength(10)
    expect([browser.knows(cookie, '11'), browser.knows(cookie, '0')]).toEqual([true, false])
  })
})
