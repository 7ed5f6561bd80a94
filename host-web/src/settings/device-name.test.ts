import { expect, it } from 'vitest'
import { deviceOf } from './device-name.ts'

it('names browsers and systems as people know them, though most claim to be others too', () => {
  const edge =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0'
  const iphone =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1'
  expect(deviceOf(edge)).toEqual({ browser: 'Edge', system: 'Windows', phone: false })
  expect(deviceOf(iphone)).toEqual({ browser: 'Safari', system: 'iOS', phone: true })
  expect(deviceOf('curl/8.5.0')).toBeUndefined()
})
