import { readFileSync } from 'node:fs'
import { aHost } from '@liaison/sdk/testing'
import { expect, it } from 'vitest'

it('the monitoring page lists the figures of /metrics', async () => {
  const host = await aHost([])
  try {
    await host.http('GET', '/api/platform')
    const { text } = await host.http('GET', '/metrics')
    const told = [...text.matchAll(/^# HELP (liaison_(?!nodejs|process)\w+) (.+)$/gm)].map(([, name, help]) => `| \`${name}\` | ${help} |`)
    const page = readFileSync('docs/operations/monitoring.md', 'utf8')
    expect(page.match(/^\| `liaison_.*$/gm)?.toSorted()).toEqual(told.toSorted())
    expect(text).toContain('liaison_nodejs_eventloop_lag_p99_seconds')
  } finally {
    await host.stop()
  }
})
