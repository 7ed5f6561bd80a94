import type { WebPage } from '@liaison/sdk/web'

/** Pages of the shell itself. */
export const shellPages: readonly WebPage[] = [
  { path: '/', element: 'ln-home-page', load: () => import('../home/home-page.ts'), title: 'home.title' },
  {
    path: '/settings{/:section}?',
    element: 'ln-settings-page',
    load: () => import('../settings/settings-page.ts'),
    title: 'settings.title',
  },
  { path: '/admin{/:page}?', element: 'ln-admin-page', load: () => import('../admin/admin-page.ts'), title: 'shell.admin' },
]
