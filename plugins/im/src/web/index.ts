import { defineWebPlugin, fill, navigate, personActions, projectLinks, resourceLinks } from '@liaison/sdk/web'
import { messageCirclePlus, messageSquareText } from '@liaison/sdk/icons'
import { imRead, imSend } from '../contract.ts'
import { projectConversation } from './people/project-conversation.ts'
import { talkTo } from './people/talk-to.ts'
import { channelLink } from './resource-link.ts'
import { conversationsOf, startConversations } from './state/conversations-controller.ts'

/** What chat brings to the browser. */
export default defineWebPlugin({
  id: 'im',
  locales: { 'zh-CN': () => import('../locales/zh-CN.ts'), en: () => import('../locales/en.ts') },
  pages: [{ path: '/im{/:channelId}?', title: 'im.title', element: 'ln-im-page', load: () => import('./im-page.ts'), permission: imRead }],
  navigation: [
    {
      id: 'im',
      path: '/im',
      icon: messageSquareText,
      label: 'im.nav',
      order: 10,
      permission: imRead,
      badge: ({ realtime }) => conversationsOf(realtime).unread,
    },
  ],
  cards: [
    {
      id: 'im.unread',
      title: 'im.card.title',
      element: 'ln-im-unread-card',
      load: () => import('./home/unread-card.ts'),
      order: 20,
      path: '/im',
      permission: imRead,
    },
  ],
  commands: [
    {
      id: 'im.start',
      title: 'im.start',
      icon: messageCirclePlus,
      order: 10,
      creates: true,
      permission: imSend,
      run: () => navigate('/im?new'),
    },
  ],
  slots: [fill(personActions, talkTo, 10), fill(projectLinks, projectConversation, 10), fill(resourceLinks, channelLink, 10)],
  shortcuts: [
    { keys: ['Enter'], title: 'im.shortcut.send' },
    { keys: ['Shift', 'Enter'], title: 'im.shortcut.line' },
    { keys: ['↑'], title: 'im.shortcut.edit' },
    { keys: ['@'], title: 'im.shortcut.mention' },
    { keys: ['↑', '↓'], title: 'im.shortcut.move' },
  ],
  start: (services) => (services.session.may(imRead) ? startConversations(services) : undefined),
})
