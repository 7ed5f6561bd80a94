import { defineProblem, operation, type Problem } from '@liaison/sdk'
import {
  changeContentRule,
  type ContentRuleWish,
  createContentRule,
  deleteContentRule,
  listAudit,
  listContentFlags,
  listContentRules,
  readContentRule,
  readContentStatistics,
  reviewContentFlag,
  tryContentRules,
} from '@liaison/sdk/platform'
import { bind, contentChecking, contentGuard, definePlugin } from '@liaison/sdk/server'
import { type TestPerson } from '@liaison/sdk/testing'
import { Type } from 'typebox'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentFilterEntities, contentFilterMigrations, type RuleRow } from '../src/content-filter/rule-entity.ts'
import { RuleMemory } from '../src/content-filter/rule-memory.ts'
import { UnitWork } from '../src/http/unit-work.ts'
import { type CoreTestHost, startTestHost } from '../src/testing/start-test-host.ts'
import { openTestDatabase, testIds } from './database.ts'

const now = '2026-03-02T08:00:00.000Z'
const title = { 'zh-CN': '便签', en: 'Notes' }
const thing = '0196f000-0000-7000-8000-000000000001'

const writeNote = operation({
  id: 'notes.write',
  method: 'POST',
  path: '/notes',
  access: 'signed-in',
  body: Type.Object({ text: Type.String(), outside: Type.Optional(Type.Boolean()), lost: Type.Optional(Type.Boolean()) }),
  reply: Type.Object({ flagged: Type.Boolean() }),
})
/** A module that asks before it stores, as any module would. */
const notes = definePlugin({
  id: 'notes',
  version: '1.0.0',
  title,
  operations: [writeNote],
  setup({ get, bind: bindAll }) {
    const guard = get(contentGuard)
    bindAll([
      bind(writeNote, {
        prepare: (work, { body: { text, outside = false } }) =>
          guard.check(work, {
            kind: 'notes.note',
            text,
            outside: () => Promise.resolve(outside),
            place: { type: 'person', id: work.actor.id },
          }),
        write: (work, { body: { lost = false }, ready: flag }) => {
          if (!lost) work.afterCommit(() => flag?.stored({ type: 'notes.note', id: thing }))
          return { flagged: flag !== undefined }
        },
      }),
    ])
  },
})
const wordService = defineProblem('word-service/down', 409, title)
/** Another company's filter. */
const others = definePlugin({
  id: 'others',
  version: '1.0.0',
  title,
  problems: [wordService],
  setup({ tap }) {
    tap(contentChecking, ({ text, personId }) => {
      if (text.includes('别家挡') && personId !== '') return { action: 'block' as const, rule: '别家的规则' }
      if (text.includes('别家标')) return Promise.resolve({ action: 'flag' as const, rule: '别家的规则' })
      if (text.includes('别家坏')) throw new Error('the service is down')
    })
  },
})

describe.each(['sqlite', 'postgresql'] as const)('content rules on %s', (database) => {
  let host: CoreTestHost
  let keeper: TestPerson
  let author: TestPerson
  beforeAll(async () => {
    host = await startTestHost([notes, others], { database, now })
    keeper = await host.person({ roles: ['administrator'] })
    author = await host.person({ name: '周敏' })
  })
  afterAll(() => host.stop())

  let count = 0
  const rule = (wish: Partial<ContentRuleWish> & Pick<ContentRuleWish, 'terms'>) =>
    keeper.does(createContentRule, { body: { name: `规则${++count}`, kind: 'dictionary', action: 'block', ...wish } })
  const write = (text: string, more: { outside?: boolean; lost?: boolean } = {}) => author.does(writeNote, { body: { text, ...more } })
  const refusal = async (text: string): Promise<Problem> =>
    write(text).then(
      () => Promise.reject(new Error('it was stored')),
      (problem: Problem) => problem,
    )
  const flagsOf = async (ruleId: string) => (await keeper.does(listContentFlags, { query: { ruleId } })).items

  it('let everything through while there are none', async () => {
    expect(await write('绝密★10年')).toEqual({ flagged: false })
  })

  it('refuse a text and tell the author which rule, why and where, and not what it looks for', async () => {
    const { name } = await rule({ terms: ['底价', '成本表'], reason: '报价请走报价系统' })
    expect(await refusal('这是底 价。')).toMatchObject({
      type: 'content-blocked',
      status: 422,
      members: { rule: name, reason: '报价请走报价系统', pointer: '/body/text', from: 2, to: 5 },
    })
    const { body, status } = await author.http('POST', '/api/notes', { body: { text: '成本表' } })
    expect(status).toBe(422)
    expect(JSON.stringify(body)).not.toMatch(/底价|成本表/)
  })

  it('leave the refusal in the audit trail, without the text', async () => {
    const { id, name } = await rule({ terms: ['裁员名单'] })
    await refusal('裁员名单在这里')
    await expect
      .poll(async () => (await keeper.does(listAudit, { query: { resource: `core_content_rule:${id}`, action: 'blocked' } })).items)
      .toMatchObject([{ action: 'content-filter:blocked', actor: { id: author.id }, detail: expect.stringContaining(name) as string }])
    const trail = await keeper.does(listAudit, { query: { limit: 200 } })
    expect(JSON.stringify(trail)).not.toContain('裁员名单')
  })

  it('are in force at once when they change, and end at once', async () => {
    const { id } = await rule({ terms: ['甲项目'], action: 'flag' })
    expect(await write('甲项目')).toEqual({ flagged: true })
    await keeper.does(changeContentRule, { params: { id }, body: { action: 'block' } })
    expect((await refusal('甲项目')).type).toBe('content-blocked')
    await keeper.does(changeContentRule, { params: { id }, body: { enabled: false } })
    expect(await write('甲项目')).toEqual({ flagged: false })
    await keeper.does(changeContentRule, { params: { id }, body: { enabled: true, terms: ['乙项目'] } })
    expect((await refusal('乙项目')).type).toBe('content-blocked')
    await keeper.does(deleteContentRule, { params: { id } })
    expect(await write('乙项目')).toEqual({ flagged: false })
  })

  it('may concern only what outside people read, or some modules', async () => {
    await rule({ terms: ['内部价'], reach: 'outside' })
    await rule({ terms: ['仅限文档'], modules: ['docs'] })
    await rule({ terms: ['仅限便签'], modules: ['docs', 'notes'] })
    expect(await write('内部价')).toEqual({ flagged: false })
    await expect(write('内部价', { outside: true })).rejects.toMatchObject({ type: 'content-blocked' })
    expect(await write('仅限文档')).toEqual({ flagged: false })
    expect((await refusal('仅限便签')).type).toBe('content-blocked')
  })

  it('look for marks and patterns, too', async () => {
    await rule({ kind: 'mark', terms: ['绝密'] })
    await rule({ kind: 'pattern', terms: [String.raw`合同号[A-Z]{2}\d{4}`] })
    expect((await refusal('绝密★长期\n关于')).members).toMatchObject({ from: 0, to: 5 })
    expect(await write('这件事绝密')).toEqual({ flagged: false })
    expect((await refusal('看一下 合同号ＬＸ2026')).members).toMatchObject({ from: 4, to: 13 })
  })

  it('note what they let through, for reviewers, with what it became', async () => {
    const { id, name } = await rule({ terms: ['竞品'], action: 'flag' })
    await write('看看竞品')
    await expect
      .poll(() => flagsOf(id))
      .toMatchObject([
        {
          ...{ person: { id: author.id }, rule: name, kind: 'notes.note', from: 2, to: 4, state: 'open' },
          ...{ thing: { type: 'notes.note', id: thing }, place: { type: 'person', id: author.id }, visible: false },
        },
      ])
    const [flag] = await flagsOf(id)
    const reviewed = await keeper.does(reviewContentFlag, { params: { id: flag!.id }, body: { state: 'reviewed' } })
    expect(reviewed).toMatchObject({ state: 'reviewed', reviewedBy: { id: keeper.id }, reviewedAt: now })
    expect((await keeper.does(listContentFlags, { query: { state: 'open', ruleId: id } })).items).toEqual([])
  })

  it('note the same thing once while nobody has looked at it', async () => {
    const { id } = await rule({ terms: ['重复'], action: 'flag' })
    await write('重复')
    await expect.poll(async () => (await flagsOf(id))[0]?.thing).not.toBeNull()
    await write('重复')
    await expect.poll(async () => (await flagsOf(id)).length).toBe(1)
  })

  it('keep a note of what was never stored', async () => {
    const { id } = await rule({ terms: ['没有下文'], action: 'flag' })
    await write('没有下文', { lost: true })
    expect(await flagsOf(id)).toMatchObject([{ thing: null, visible: false }])
  })

  it('leave room for filters of plugins, which fail closed', async () => {
    await expect(write('别家挡')).rejects.toMatchObject({ type: 'content-blocked', members: { rule: '别家的规则', from: 0, to: 3 } })
    expect(await write('别家标')).toEqual({ flagged: true })
    await expect(write('别家坏')).rejects.toMatchObject({ status: 503 })
  })

  it.each([
    ['a pattern that cannot be read', { kind: 'pattern', terms: ['好', '(a'] }, '/body/terms/1'],
    ['a pattern without linear time', { kind: 'pattern', terms: ['(a)\\1'] }, '/body/terms/0'],
    ['a mark that is none', { kind: 'mark', terms: ['公开'] }, '/body/terms/0'],
    ['a word of separators', { kind: 'dictionary', terms: ['词', ' - '] }, '/body/terms/1'],
  ] as const)('refuse %s, and say which', async (_what, wish, pointer) => {
    const body = { name: '错的', action: 'block' as const, kind: wish.kind, terms: [...wish.terms] }
    await expect(keeper.does(createContentRule, { body })).rejects.toMatchObject({
      type: 'invalid-input',
      members: { errors: [{ pointer }] },
    })
    await expect(keeper.does(tryContentRules, { body: { text: 'x', draft: body } })).rejects.toMatchObject({ type: 'invalid-input' })
  })

  it('have one name each', async () => {
    const { name } = await rule({ terms: ['名字'] })
    await expect(rule({ name, terms: ['名字'] })).rejects.toMatchObject({ type: 'conflict' })
  })

  it('can be tried out, those in force and one being written', async () => {
    const { id, name } = await rule({ terms: ['试一试'], action: 'flag' })
    expect(await keeper.does(tryContentRules, { body: { text: '试一试，再试一试' } })).toEqual({
      outcome: 'flag',
      findings: [
        { ruleId: id, rule: name, action: 'flag', from: 0, to: 3 },
        { ruleId: id, rule: name, action: 'flag', from: 5, to: 8 },
      ],
    })
    const draft = { kind: 'pattern' as const, action: 'block' as const, terms: ['[0-9]{3}'] }
    expect(await keeper.does(tryContentRules, { body: { text: '电话 １２３', draft } })).toMatchObject({
      outcome: 'block',
      findings: [{ ruleId: null, from: 3, to: 6 }],
    })
    expect((await keeper.does(tryContentRules, { body: { text: '平常的话' } })).outcome).toBe('pass')
  })

  it('tell how often each spoke, and show what it looks for to its keepers alone', async () => {
    const { id } = await rule({ terms: ['统计'] })
    await refusal('统计')
    await expect
      .poll(async () => (await keeper.does(listContentRules, { query: { limit: 200 } })).items.find((one) => one.id === id))
      .toMatchObject({ blocked: 1, flagged: 0, termCount: 1 })
    const statistics = await keeper.does(readContentStatistics)
    expect(statistics.days).toHaveLength(30)
    expect(statistics.days.at(-1)).toMatchObject({ day: '2026-03-02', blocked: statistics.blocked })
    expect(JSON.stringify(await keeper.does(listContentRules))).not.toContain('统计"')
    expect((await keeper.does(readContentRule, { params: { id } })).terms).toEqual(['统计'])
    await expect(author.does(listContentRules)).rejects.toMatchObject({ status: 403 })
  })
})

it('reach every server of the installation with the commit', async () => {
  const { db, again, close } = await openTestDatabase('postgresql', {
    entities: contentFilterEntities,
    plugins: [{ id: 'content-filter', migrations: contentFilterMigrations }],
  })
  const failed = (error: unknown) => expect.fail(String(error))
  const here = new RuleMemory(db)
  const there = new RuleMemory(await again())
  const stops = [await here.start(failed), await there.start(failed)]
  const id = testIds()()
  const rule: RuleRow = {
    ...({
      id,
      name: '共同的',
      kind: 'pattern',
      action: 'block',
      reach: 'all',
      modules: [],
      reason: null,
      enabled: true,
      terms: ['同时'],
    } as const),
    ...{ createdAt: new Date(now), updatedAt: new Date(now), version: 1 },
  }
  await db.write(async (unit) => {
    unit.em.create(contentFilterEntities[0].schema as never, { ...rule, terms: [...rule.terms], modules: [] } as never)
    await unit.em.flush()
    // what a unit of work is to the memory
    here.announce(Object.assign(Object.create(UnitWork.prototype) as UnitWork, { facts: { unit } }), { rule })
  })
  const found = (memory: RuleMemory) => memory.rules.find('同时', { module: undefined, most: 1 }).length
  await expect.poll(() => found(there)).toBe(1)
  for (const stop of stops) stop()
  await close()
})
