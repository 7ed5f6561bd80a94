import type { ProjectLink } from '@liaison/sdk/web'
import { imRead } from '../../contract.ts'
import { conversationsOf } from '../state/conversations-controller.ts'

/** A project leads to its channel: the one among mine that was talked in last. */
export const projectConversation: ProjectLink = {
  href(projectId, { realtime, session }) {
    if (!session.may(imRead)) return undefined
    const channel = conversationsOf(realtime).channels.find((one) => one.projectId === projectId)
    return channel && `/im/${channel.id}`
  },
}
