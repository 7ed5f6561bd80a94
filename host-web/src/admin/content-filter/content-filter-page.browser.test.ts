import { describePlatform, invalidInput } from '@liaison/sdk'
import {
  changeContentRule,
  type ContentFlagEntry,
  type ContentRuleDetail,
  type ContentRuleWish,
  createContentRule,
  deleteContentRule,
  listContentFlags,
  listContentRules,
  readContentRule,
  readContentStatistics,
  reviewContentFlag,
  tryContentRules,
} from '@liaison/sdk/platform'
import { aPage, TestServer } from '@liaison/sdk/testing/web'
import { fill, resourceLinks } from '@liaison/sdk/web'
import axe from 'axe-core'
import { html, render } from 'lit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import './content-filter-page.ts'

/** An address is followed by the shell; here the page is drawn anew by hand. */
const stay = (event: NavigateEvent) => event.intercept()
beforeAll(async () => {
  await page.viewport(1400, 900)
  navigation.addEventListener('navigate', stay)
})
afterAll(() => navigation.removeEventListener('navigate', stay))

const at = '2026-11-24T08:00:00.000Z'
const id = (number: number) => `019a0000-0000-7000-8000-0000000000${String(number).padStart(2, '0')}`
const lin = { id: id(2), name: '林一诺', kind: 'internal' as const, affiliation: '市场部', disabled: false }
const aRule = (more: Partial<ContentRuleDetail>): ContentRuleDetail => ({
  ...{ id: id(10), name: '对外报价', kind: 'dictionary', action: 'block', reach: 'outside', modules: [], reason: '走报价系统' },
  ...{ enabled: true, termCount: 2, blocked: 3, flagged: 0, updatedAt: at, version: 1, terms: ['底价', '成本价'], ...more },
})
const aFlag = (more: Partial<ContentFlagEntry>): ContentFlagEntry => ({
  ...{ id: id(20), at, person: lin, ruleId: id(10), rule: '竞品动态', kind: 'im.message', from: 0, to: 2, state: 'open' },
  ...{ thing: { type: 'im.message', id: id(30) }, place: { type: 'im.channel', id: id(31) }, visible: true },
  ...{ reviewedBy: null, reviewedAt: null, version: 1, ...more },
})

/** The page at an address, over a small company's rules. */
async function drawn(query = '', locale: 'zh-CN' | 'en' = 'zh-CN') {
  const rules = [
    aRule({}),
    aRule({ id: id(11), name: '身份证号', kind: 'pattern', action: 'flag', reach: 'all', modules: ['im'], terms: ['\\d{18}'] }),
  ]
  const flags = [aFlag({}), aFlag({ id: id(21), visible: false }), aFlag({ id: id(22), thing: null, visible: false })]
  const stored: Partial<ContentRuleWish>[] = []
  const server = new TestServer()
    .on(describePlatform, () => ({
      ...{ name: '恒川', version: '0.1.0', locales: ['zh-CN' as const, 'en' as const], setupNeeded: false, signedIn: true },
      modules: [{ id: 'im', title: { 'zh-CN': '即时通讯', en: 'Chat' }, web: null }],
    }))
    .on(listContentRules, () => ({ items: rules, next: null }))
    .on(readContentRule, ({ params }) => rules.find((rule) => rule.id === params.id)!)
    .on(readContentStatistics, () => ({
      ...{ blocked: 12, flagged: 3, open: 2 },
      days: Array.from({ length: 30 }, (_value, day) => ({ day: `2026-11-${day + 1}`, blocked: day % 3, flagged: day % 2 })),
    }))
    .on(listContentFlags, ({ query: { state } }) => ({ items: flags.filter((flag) => flag.state === state), next: null }))
    .on(reviewContentFlag, ({ params, body }) => {
      const index = flags.findIndex((flag) => flag.id === params.id)
      return (flags[index] = { ...flags[index]!, state: body.state, reviewedBy: lin, reviewedAt: at })
    })
    .on(createContentRule, ({ body }) => {
      if (body.terms.includes('(a'))
        throw invalidInput({
          errors: [
            {
              pointer: `/body/terms/${body.terms.indexOf('(a')}`,
              message: 'cannot be read: error parsing regexp: missing closing ): `(a`',
            },
          ],
        })
      stored.push(body)
      return aRule({ ...(body as Partial<ContentRuleDetail>), id: id(12) })
    })
    .on(changeContentRule, ({ params, body }) => {
      stored.push(body)
      const index = rules.findIndex((rule) => rule.id === params.id)
      return (rules[index] = { ...rules[index]!, ...(body as Partial<ContentRuleDetail>), version: 2 })
    })
    .on(
      deleteContentRule,
      ({ params }) =>
        void rules.splice(
          rules.findIndex((rule) => rule.id === params.id),
          1,
        ),
    )
    .on(tryContentRules, ({ body: { text, draft } }) => {
      const found = (draft?.terms ?? ['全部']).flatMap((term) => (text.includes(term) ? [{ term, from: text.indexOf(term) }] : []))
      return {
        outcome: found.length > 0 ? ('block' as const) : ('pass' as const),
        findings: found.map(({ term, from }) => ({
          ruleId: null,
          rule: draft?.name ?? '别的',
          action: 'block' as const,
          from,
          to: from + term.length,
        })),
      }
    })
  const opened = (address: string) => {
    const route = { path: '/admin/content-filter', params: {}, query: new URLSearchParams(address) }
    return html`<main><ln-admin-content-filter .route=${route}></ln-admin-content-filter></main>`
  }
  const links = { id: 'im', slots: [fill(resourceLinks, { href: (_thing, place) => (place === null ? undefined : `/im/${place.id}`) })] }
  const { root } = await aPage(opened(query), { server, locale, plugins: [links] })
  return { root, stored, go: (address: string) => render(opened(address), root) }
}
const faultless = async (root: Element): Promise<void> => {
  await expect.poll(async () => (await axe.run(root)).violations).toEqual([])
}

describe('the content rules', () => {
  it('are listed with what they do, where, and how often', async () => {
    const { root } = await drawn()
    await expect.element(page.getByRole('link', { name: /对外报价/ })).toBeVisible()
    await expect.element(page.getByText(/仅外部人员可见的内容/)).toBeVisible()
    await expect.element(page.getByText(/即时通讯/)).toBeVisible()
    await expect.element(page.getByText('12', { exact: true })).toBeVisible()
    await faultless(root)
  })

  it('are switched off and on in the list', async () => {
    const { stored } = await drawn()
    const toggle = page.getByRole('switch', { name: '启用“对外报价”' })
    await expect.element(toggle).toBeChecked()
    await toggle.click()
    await expect.poll(() => stored).toEqual([{ enabled: false }])
    await expect.element(toggle).not.toBeChecked()
  })

  it('are made from the keyboard, each line a word', async () => {
    const { root, stored } = await drawn('rule=new')
    await page.getByLabelText('名称').fill('客户名单')
    await page.getByRole('textbox', { name: '词语，每行一个' }).fill(' 甲公司 \n\n乙公司\n甲公司')
    await expect.element(page.getByText(/^2 项/)).toBeVisible()
    await page.getByRole('button', { name: '标记' }).click()
    await page.getByRole('checkbox', { name: '即时通讯' }).click()
    await faultless(root)
    await page.getByLabelText('名称').click()
    await userEvent.keyboard('{Enter}')
    await expect
      .poll(() => stored)
      .toEqual([
        { name: '客户名单', kind: 'dictionary', action: 'flag', reach: 'all', modules: ['im'], reason: null, terms: ['甲公司', '乙公司'] },
      ])
  })

  it('say which pattern is wrong', async () => {
    await drawn('rule=new')
    await page.getByLabelText('名称').fill('表达式')
    await page.getByRole('button', { name: '表达式' }).click()
    await page.getByRole('textbox', { name: '表达式，每行一个' }).fill('\\d+\n(a')
    await page.getByRole('button', { name: '保存' }).click()
    await expect.element(page.getByText('第 2 行“(a”：写法有误（missing closing ): `(a`）')).toBeVisible()
  })

  it('look for all classifications unless some are left out', async () => {
    const { stored } = await drawn('rule=new')
    await page.getByLabelText('名称').fill('涉密')
    await page.getByRole('button', { name: '密级标识' }).click()
    await page.getByRole('checkbox', { name: '普通商密' }).click()
    await page.getByRole('button', { name: '保存' }).click()
    await expect.poll(() => stored[0]?.terms).toEqual(['绝密', '机密', '秘密', '核心商密'])
  })

  it('are tried out as they stand in the editor, with the places marked', async () => {
    const { root } = await drawn(`rule=${id(10)}`)
    await page.getByRole('textbox', { name: '词语，每行一个' }).fill('毛利')
    await page.getByRole('textbox', { name: '要检查的文字' }).fill('我们的毛利是多少')
    await page.getByRole('button', { name: '检查' }).click()
    await expect.element(page.getByText('会被拦截')).toBeVisible()
    await expect.element(page.getByText(/“毛利”，第 4–5 字/)).toBeVisible()
    await faultless(root)
    await page.getByRole('radio', { name: '用已启用的全部规则检查' }).click()
    await page.getByRole('button', { name: '检查' }).click()
    await expect.element(page.getByText('可以发送', { exact: true })).toBeVisible()
  })

  it('are deleted after a second yes', async () => {
    const { go } = await drawn(`rule=${id(10)}`)
    await page.getByRole('button', { name: '删除' }).click()
    await expect.element(page.getByText('删除规则“对外报价”？')).toBeVisible()
    await page.getByRole('button', { name: '删除' }).last().click()
    go('')
    await expect.element(page.getByRole('link', { name: /身份证号/ })).toBeVisible()
    await expect.element(page.getByRole('link', { name: /对外报价/ })).not.toBeInTheDocument()
  })
})

describe('what was flagged', () => {
  it('leads to what the reviewer may see, and nowhere else', async () => {
    const { root } = await drawn('view=flags')
    await expect.element(page.getByRole('link', { name: '消息' })).toHaveAttribute('href', `/im/${id(31)}`)
    await expect.element(page.getByText(/无权查看原文/)).toBeVisible()
    await expect.element(page.getByText('未保存，或结果未知')).toBeVisible()
    await faultless(root)
  })

  it('is marked as reviewed, also in English', async () => {
    const { root } = await drawn('view=flags', 'en')
    await page.getByRole('button', { name: 'Mark reviewed' }).first().click()
    await expect.poll(() => page.getByRole('button', { name: 'Mark reviewed' }).elements().length).toBe(2)
    await page.getByRole('button', { name: 'Reviewed', exact: true }).click()
    await expect.element(page.getByText('Reviewed by 林一诺')).toBeVisible()
    await faultless(root)
  })
})
