import { peopleRead } from '@liaison/sdk'
import { projectsRead } from '@liaison/sdk/platform'
import type { WebCard } from '@liaison/sdk/web'

/** So many projects are asked for by the cards, together. */
export const projectsShown = 6

/** The shell's own cards: what every company has before any module. */
export const homeCards: readonly WebCard[] = [
  {
    id: 'home.projects',
    title: 'home.projects',
    element: 'ln-projects-card',
    load: () => import('./projects-card.ts'),
    order: 80,
    permission: projectsRead,
  },
  {
    id: 'home.people',
    title: 'home.people',
    element: 'ln-people-card',
    load: () => import('./people-card.ts'),
    order: 90,
    permission: peopleRead,
  },
]
