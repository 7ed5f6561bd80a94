import { defineWebPlugin, navigate } from '@liaison/sdk/web'
import { partyPopper } from '@liaison/sdk/icons'
import { kudosGive, kudosRead } from '../contract.ts'

export default defineWebPlugin({
  id: 'kudos',
  locales: { 'zh-CN': () => import('../locales/zh-CN.ts'), en: () => import('../locales/en.ts') },
  pages: [{ path: '/kudos', element: 'kudos-page', load: () => import('./kudos-page.ts'), title: 'kudos.title', permission: kudosRead }],
  navigation: [{ id: 'kudos', path: '/kudos', icon: partyPopper, label: 'kudos.nav', order: 90, permission: kudosRead }],
  cards: [
    {
      id: 'kudos.latest',
      element: 'kudos-card',
      load: () => import('./kudos-card.ts'),
      title: 'kudos.title',
      order: 90,
      path: '/kudos',
      permission: kudosRead,
    },
  ],
  commands: [
    {
      id: 'kudos.give',
      title: 'kudos.give',
      icon: partyPopper,
      order: 90,
      creates: true,
      permission: kudosGive,
      run: () => navigate('/kudos?give'),
    },
  ],
})
