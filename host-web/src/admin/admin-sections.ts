import {
  accessManage,
  auditRead,
  contentFilterManage,
  jobsManage,
  modulesManage,
  peopleManage,
  privacyManage,
  projectsManage,
  signInManage,
} from '@liaison/sdk/platform'
import type { Permission } from '@liaison/sdk'
import type { Icon } from '@liaison/sdk/web'
import {
  blocks,
  building2,
  circleQuestionMark,
  fileText,
  filter,
  folderOpen,
  hourglass,
  idCard,
  mailPlus,
  network,
  scrollText,
  shieldCheck,
  table2,
  users,
} from '@liaison/sdk/icons'

/** One page of the administration. */
export interface AdminPage {
  readonly id: string
  /** Message key */
  readonly title: string
  readonly icon: Icon
  readonly permission: Permission
  readonly element: string
  load(): Promise<unknown>
}

/** The pages in the order of the side list; each is loaded when it is first opened. */
export const adminPages: readonly AdminPage[] = [
  {
    id: 'people',
    title: 'admin.people',
    icon: users,
    permission: peopleManage,
    element: 'ln-admin-people',
    load: () => import('./people/people-page.ts'),
  },
  {
    id: 'departments',
    title: 'admin.departments',
    icon: network,
    permission: peopleManage,
    element: 'ln-admin-departments',
    load: () => import('./departments/departments-page.ts'),
  },
  {
    id: 'organisations',
    title: 'admin.organisations',
    icon: building2,
    permission: peopleManage,
    element: 'ln-admin-organisations',
    load: () => import('./organisations/organisations-page.ts'),
  },
  {
    id: 'projects',
    title: 'admin.projects',
    icon: folderOpen,
    permission: projectsManage,
    element: 'ln-admin-projects',
    load: () => import('./projects/projects-page.ts'),
  },
  {
    id: 'invitations',
    title: 'admin.invitations',
    icon: mailPlus,
    permission: projectsManage,
    element: 'ln-invitations-page',
    load: () => import('../invitation/invitations-page.ts'),
  },
  {
    id: 'roles',
    title: 'admin.roles',
    icon: idCard,
    permission: accessManage,
    element: 'ln-admin-roles',
    load: () => import('./roles/roles-page.ts'),
  },
  {
    id: 'matrix',
    title: 'admin.matrix',
    icon: table2,
    permission: accessManage,
    element: 'ln-admin-matrix',
    load: () => import('./matrix/matrix-page.ts'),
  },
  {
    id: 'explain',
    title: 'admin.explain',
    icon: circleQuestionMark,
    permission: accessManage,
    element: 'ln-admin-explain',
    load: () => import('./explain/explain-page.ts'),
  },
  {
    id: 'security',
    title: 'admin.security',
    icon: shieldCheck,
    permission: signInManage,
    element: 'ln-admin-security',
    load: () => import('./security/security-page.ts'),
  },
  {
    id: 'content-filter',
    title: 'admin.contentFilter',
    icon: filter,
    permission: contentFilterManage,
    element: 'ln-admin-content-filter',
    load: () => import('./content-filter/content-filter-page.ts'),
  },
  {
    id: 'modules',
    title: 'admin.modules',
    icon: blocks,
    permission: modulesManage,
    element: 'ln-admin-modules',
    load: () => import('./modules/modules-page.ts'),
  },
  {
    id: 'privacy',
    title: 'admin.privacy',
    icon: fileText,
    permission: privacyManage,
    element: 'ln-admin-privacy',
    load: () => import('./privacy/privacy-page.ts'),
  },
  {
    id: 'audit',
    title: 'admin.audit',
    icon: scrollText,
    permission: auditRead,
    element: 'ln-admin-audit',
    load: () => import('./audit/audit-page.ts'),
  },
  {
    id: 'jobs',
    title: 'admin.jobs',
    icon: hourglass,
    permission: jobsManage,
    element: 'ln-admin-jobs',
    load: () => import('./jobs/jobs-page.ts'),
  },
]
