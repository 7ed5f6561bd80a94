import type { InvitationPart } from '@liaison/sdk/platform'

/** What somebody who joins a project by invitation will see of its conversations. */
export const conversationsShown: InvitationPart = {
  title: { 'zh-CN': '会话', en: 'Conversations' },
  text: {
    'zh-CN': '可以和项目里的人单聊。不会自动进入项目会话；被加入某个会话后，能看到其中的全部消息。',
    en: 'Direct chats with the people of the project. No conversation of the project by itself; whoever is added to one sees all its messages.',
  },
}
