import type { PersonAction } from '@liaison/sdk/web'
import { navigate } from '@liaison/sdk/web'
import { messageSquareText } from '@liaison/sdk/icons'
import { createChannel, imSend } from '../../contract.ts'
import { conversationsOf } from '../state/conversations-controller.ts'

/** Choosing a person in the search palette opens the conversation with him; it is made when there is none yet. */
export const talkTo: PersonAction = {
  title: 'im.person.open',
  icon: messageSquareText,
  permission: imSend,
  async run({ id }, { api, realtime }) {
    const channel = await api.call(createChannel, { body: { kind: 'direct', memberIds: [id] } })
    conversationsOf(realtime).take(channel)
    navigate(`/im/${channel.id}`)
  },
}
