import { Child } from './child.ts'
import { figure, median, quantile, table } from './figures.ts'
import { aFolder, environmentOf, newId } from './seed.ts'
import { benchPassword, SlowPage, slowness, type Stretch } from './slow-page.ts'

interface Size {
  readonly messages: number
  readonly repetitions: number
}

/** A long conversation on a slow office computer: opened, scrolled back to its beginning, and down again. */
export async function messageScroll({ messages, repetitions }: Size): Promise<string> {
  const { folder, remove } = aFolder()
  const environment = { ...environmentOf(folder), LIAISON_DEMO_PASSWORD: benchPassword }
  const server = await Child.start('./pages-server.ts', { environment })
  const browser = await SlowPage.browser()
  try {
    const slow = await SlowPage.signedIn(browser, server, 'chensiqi')
    const channelId = await converse(slow, messages)
    const stretches = new Map<string, Stretch[]>()
    for (let repetition = 0; repetition < repetitions; repetition++) {
      await slow.page.goto(`${slow.url}/im/${channelId}`)
      await slow.page.locator('.im-message').last().waitFor()
      await slow.page.waitForLoadState('networkidle')
      const wheel = (y: number) => () => slow.wheel('.im-scroll', { notches: 120, y })
      for (const [name, y] of [
        ['back, older ones are fetched', -240],
        ['down again', 240],
        ['back again', -240],
      ] as const)
        stretches.set(name, [...(stretches.get(name) ?? []), await slow.measured(wheel(y))])
    }
    return `${messages} messages, processor ${slowness}× slower, ${repetitions} times\n\n${table(head, [...stretches].map(row))}`
  } finally {
    await browser.close()
    await server.stop()
    remove()
  }
}

const head = ['', 'long tasks, median', 'longest, median ms', 'longest of all ms', 'frame p95 ms']
const row = ([name, stretches]: [string, Stretch[]]): string[] => [
  name,
  figure(median(stretches.map(({ long }) => long.length))),
  figure(median(stretches.map(({ long }) => Math.max(0, ...long)))),
  figure(Math.max(0, ...stretches.flatMap(({ long }) => long))),
  figure(
    quantile(
      stretches.flatMap(({ frames }) => frames),
      0.95,
    ),
  ),
]

const said = [
  '收到',
  '今天的会议改到下午三点，请大家提前把材料放到共享文件夹里，谢谢。',
  '**结论**：先按方案二打样，周五之前给客户看。\n\n- 外壳用哑光\n- 开孔下移 2 mm\n- 包装先不动',
  '客户问 https://www.example.com/contract/2026/0087 里的付款条件能不能改成 30/60/10，法务看一下。',
  '`HC-200` 的测试报告已经传了，第三项还差一次复测，明天上午补。辛苦 @所有人 看一遍。',
]

/** A conversation of several that say short and long things, and answer each other. @returns the channel's id */
async function converse(slow: SlowPage, messages: number): Promise<string> {
  const { items } = (await slow.calls('GET', '/im/channels')) as { items: { id: string; kind: string; memberCount: number }[] }
  const channel = items.find(({ kind, memberCount }) => kind !== 'direct' && memberCount > 2)
  if (channel === undefined) throw new Error('the demo company has no conversation of several')
  const clientIds = Array.from({ length: messages }, newId)
  await slow.page.evaluate(
    async ({ ids, texts, path }) => {
      let last: string | undefined
      for (const [at, clientId] of ids.entries()) {
        const body = { clientId, text: texts[at % texts.length], ...(at % 7 === 6 && last !== undefined && { replyToId: last }) }
        const response = await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
        if (!response.ok) throw new Error(await response.text())
        last = ((await response.json()) as { id: string }).id
      }
    },
    { ids: clientIds, texts: said, path: `/api/im/channels/${channel.id}/messages` },
  )
  return channel.id
}
