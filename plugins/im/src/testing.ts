/** For tests of plugins that work with conversations: what shows only what matters to the test. */
import type { LeakSamples, TestPerson } from '@liaison/sdk/testing'
import { type Channel, createChannel, type Member, type Message, sendMessage } from './contract.ts'

/** A group of the owner and others. */
export const aGroup = (owner: TestPerson, members: readonly { readonly id: string }[], name = '发布准备'): Promise<Channel> =>
  owner.does(createChannel, { body: { kind: 'group', name, memberIds: members.map(({ id }) => id) } })

export interface SayOptions {
  readonly clientId?: string
  readonly replyToId?: string
  readonly mentions?: string[]
}
/** Somebody says something in a channel. */
export const say = (person: TestPerson, channel: { readonly id: string }, text: string, options: SayOptions = {}): Promise<Message> =>
  person.does(sendMessage, { params: { channelId: channel.id }, body: { clientId: crypto.randomUUID(), text, ...options } })

/** What the leak walk cannot read from the declarations: how a channel, a member and a message look. */
export const leakSamples: LeakSamples = {
  plugin: 'im',
  rows: {
    im_channel: ({ text, personId }) => ({ kind: 'group', name: text, createdById: personId }),
    im_member: () => ({ role: 'member' }),
    im_message: ({ text }) => ({ kind: 'message', text }),
  },
  doors: {
    'im.listMembers': { shows: 'im_member', match: (item, row) => (item as Member).person.id === row['personId'] },
  },
}
