import { invitationShowing, projectMemberLeft } from '@liaison/sdk/platform'
import { belongings, contentGuard, definePlugin, defineTopic, people, presence } from '@liaison/sdk/server'
import { type Static, Type } from 'typebox'
import * as contract from './contract.ts'
import { hooks } from './hooks.ts'
import { ChannelEntity } from './server/channel-entity.ts'
import { bindChannels } from './server/channel-operations.ts'
import { conversationsShown } from './server/conversations-shown.ts'
import type { ImEntity } from './server/im-work.ts'
import { imBelongings } from './server/leaving.ts'
import { endThroughProject } from './server/member-changes.ts'
import { MemberEntity } from './server/member-entity.ts'
import { MessageEntity } from './server/message-entity.ts'
import { bindMessages } from './server/message-operations.ts'
import { migrations } from './server/migrations.ts'
import { ReadAnnouncer } from './server/read-announcer.ts'

const minutesOfAYear = 525_600
const settings = Type.Object({
  editMinutes: Type.Integer({
    minimum: 0,
    maximum: minutesOfAYear,
    default: 1440,
    title: '可编辑时限（分钟）',
    description: 'How long an author may edit a message, minutes',
  }),
  recallMinutes: Type.Integer({
    minimum: 0,
    maximum: minutesOfAYear,
    default: 1440,
    title: '可撤回时限（分钟）',
    description: 'How long an author may recall a message, minutes',
  }),
})

/** 即时通讯: conversations one to one, in groups and in projects. */
export default definePlugin<ImEntity, Static<typeof settings>>({
  id: 'im',
  version: '0.1.0',
  title: { 'zh-CN': '即时通讯', en: 'Chat' },
  summary: { 'zh-CN': '单聊、群聊、项目会话、已读', en: 'Direct, group and project conversations, read receipts' },
  requires: { sdk: '^0.1.0' },
  settings,
  features: [contract.imReaders],
  permissions: [contract.imRead, contract.imSend, contract.imManage],
  entities: [ChannelEntity, MemberEntity, MessageEntity],
  migrations,
  operations: contract.operations,
  events: contract.events,
  topics: [defineTopic(contract.channelTopicName, { entity: ChannelEntity, events: contract.channelTopicEvents })],
  hooks,
  problems: contract.problems,
  systemReasons: {
    'project-left': 'Ends what an outside person saw through the channels of a project that he left',
    leaving: 'Whoever leaves gives his conversations on and takes out what he wrote, wherever that was',
  },
  demo: () => import('./demo/demo-content.ts'),
  web: { entry: new URL('./web/index.ts', import.meta.url) },
  setup({ bind, fire, get, on, publish, settings: limits, tap }) {
    const announcer = new ReadAnnouncer(publish)
    const directory = get(people)
    const guard = get(contentGuard)
    bind(bindChannels({ people: directory, presence: get(presence), fire, guard }))
    bind(bindMessages({ people: directory, announcer, limits, fire, guard }))
    tap(invitationShowing, (showing) => ({ ...showing, parts: [...showing.parts, conversationsShown] }))
    get(belongings).add(imBelongings(directory))
    on(projectMemberLeft, ({ projectId, personId }, work) =>
      work.asSystem('project-left', (rows) =>
        endThroughProject({ rows, publish: work.publish, emit: work.emit, newId: work.newId }, directory, projectId, personId),
      ),
    )
    return () => announcer.dispose()
  },
})
