import { createToken } from '@liaison/sdk'
import type { Session } from './sessions.ts'

/** Who is viewed as whom; provided by the room of that name. */
export interface Views {
  /** Whom the session views as; undefined for a view that is unknown, another session's, ended or expired. */
  find(viewId: string, session: Session): Promise<{ readonly personId: string } | undefined>
}
export const views = createToken<Views>('core.Views')

/** Header that names the view */
export const viewAsHeader = 'view-as'
