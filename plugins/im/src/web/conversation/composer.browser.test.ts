import { contentBlocked } from '@liaison/sdk'
import { aPage, TestServer } from '@liaison/sdk/testing/web'
import axe from 'axe-core'
import { html } from 'lit'
import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { type Channel, getChannel, listChannels, listMembers, listMessages, sendMessage } from '../../contract.ts'
import im from '../index.ts'
import { startConversations } from '../state/conversations-controller.ts'
import './conversation.ts'

const channel = {
  ...{ id: '019a0000-0000-7000-8000-0000000000c1', kind: 'group', name: '新品上市', topic: null, projectId: null, external: false },
  ...{ person: null, online: false, memberCount: 2, role: 'owner', muted: false, unread: 0, mentions: 0 },
  ...{
    lastMessage: null,
    lastSender: null,
    lastSeq: 0,
    lastNo: 0,
    readSeq: 0,
    readNo: 0,
    createdById: '019a0000-0000-7000-8000-000000000001',
  },
  ...{ lastAt: '2026-03-01T08:00:00.000Z', createdAt: '2026-03-01T08:00:00.000Z', version: 1 },
} as Channel

let stop: () => void
/** A conversation whose company has a rule against 底价. */
async function drawn(judged: Promise<void> = Promise.resolve()) {
  const sent: string[] = []
  const server = new TestServer()
    .on(listChannels, () => ({ items: [channel], next: null }))
    .on(getChannel, () => channel)
    .on(listMembers, () => ({ items: [], next: null }))
    .on(listMessages, () => ({ items: [], next: null, quoted: [], people: [] }))
    .on(sendMessage, async ({ params, body }) => {
      await judged
      const from = body.text.indexOf('底价')
      if (from !== -1) throw contentBlocked({ rule: '报价', reason: '报价请走报价系统', pointer: '/body/text', from, to: from + 2 })
      sent.push(body.text)
      return {
        ...{ id: body.clientId, channelId: params.channelId, seq: 1, no: 1, kind: 'message' as const, senderId: channel.createdById },
        ...{ clientId: body.clientId, text: body.text, mentions: [], replyToId: null, threadId: null, fileIds: [], system: null },
        ...{ createdAt: '2026-03-01T08:00:00.000Z', editedAt: null, recalledAt: null, version: 1 },
      }
    })
  const { root, services } = await aPage(html``, { server, plugins: [im], me: { grants: { 'im.read': 'all', 'im.send': 'all' } } })
  services.outbox.start()
  const end = startConversations(services)
  stop = () => {
    end()
    services.outbox.stop()
  }
  const conversation = Object.assign(document.createElement('ln-im-conversation'), { channelId: channel.id })
  root.append(conversation)
  await expect.element(page.getByRole('textbox')).toBeVisible()
  return { root, sent }
}
afterEach(() => {
  stop()
  localStorage.clear()
})

const area = () => page.getByRole('textbox').element() as HTMLTextAreaElement

/** Without the page around them the panes overlap: a pointer would not reach. */
const press = (name: string) => (page.getByRole('button', { name }).element() as HTMLButtonElement).click()

describe('a message that a content rule refuses', () => {
  it('says why, and comes back to be written anew with the words marked', async () => {
    const { root, sent } = await drawn()
    await page.getByRole('textbox').click()
    await page.getByRole('textbox').fill('给你看底价')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByRole('status').getByText(/规则“报价”不允许“底价”。报价请走报价系统/)).toBeVisible()
    await expect.poll(() => area().value).toBe('给你看底价')
    await expect.poll(() => area().value.slice(area().selectionStart, area().selectionEnd)).toBe('底价')
    await expect.poll(async () => (await axe.run(root)).violations).toEqual([])

    await userEvent.keyboard('价格{Enter}')
    await expect.poll(() => sent).toEqual(['给你看价格'])
    await expect.element(page.getByText(/规则“报价”/)).not.toBeInTheDocument()
    expect(area().value).toBe('')
  })

  it('does not touch what is being written meanwhile, and is taken up by hand', async () => {
    const judged = Promise.withResolvers<void>()
    await drawn(judged.promise)
    await page.getByRole('textbox').fill('底价一')
    await userEvent.keyboard('{Enter}')
    await page.getByRole('textbox').fill('别的话')
    judged.resolve()
    await expect.element(page.getByText(/规则“报价”/)).toBeVisible()
    expect(area().value).toBe('别的话')
    press('修改')
    await expect.poll(() => area().value).toBe('底价一')
    press('取消')
    await expect.poll(() => area().value).toBe('别的话')
  })
})
