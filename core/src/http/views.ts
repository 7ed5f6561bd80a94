import { createToken } from '@liaison/sdk'
import { accessViewAs } from '@liaison/sdk/platform'
import type { Access } from '../access/access.ts'
import { viewedAccess } from '../access/viewed-access.ts'
import type { Session } from './sessions.ts'

/** Who is viewed as whom; provided by the room of that name. */
export interface Views {
  /** Whom the session views as; undefined for a view that is unknown, another session's, ended or expired. */
  find(viewId: string, session: Session): Promise<View | undefined>
}
export interface View {
  readonly personId: string
  readonly expiresAt: Date
}
export const views = createToken<Views>('core.Views')

/** Header that names the view */
export const viewAsHeader = 'view-as'

/** In the address of a socket, where there are no headers */
export const viewAsParameter = 'view'

const viewIdPattern = /^[0-9a-f-]{36}$/

/** @returns undefined when it has ended, or is no view of this session */
export const viewOf = async (views: Views | undefined, viewId: string, session: Session): Promise<View | undefined> =>
  viewIdPattern.test(viewId) ? views?.find(viewId, session) : undefined

/** What is reached by viewing; undefined when either of them is gone, or the viewer may no longer. */
export const accessOfView = (viewed: Access | undefined, viewer: Access | undefined): Access | undefined =>
  viewed !== undefined && viewer?.grants.has(accessViewAs.key) === true ? viewedAccess(viewed, viewer) : undefined
