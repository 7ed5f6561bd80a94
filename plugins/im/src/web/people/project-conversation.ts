import type { ProjectLink } from '@liaison/sdk/web'
import { conversationsOf } from '../state/conversations-controller.ts'

/** A project leads to its channel: the one among mine that was talked in last. */
export const projectConversation: ProjectLink = {
  href(projectId, { realtime }) {
    const channel = conversationsOf(realtime).channels.find((one) => one.projectId === projectId)
    return channel && `/im/${channel.id}`
  },
}
