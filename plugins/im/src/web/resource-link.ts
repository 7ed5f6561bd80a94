import type { ResourceLink } from '@liaison/sdk/web'

const path = (channelId: string): string => `/im/${channelId}`

/** A channel has its page; a message is read in its channel, where that is known: `?message=` brings it into view. */
export const channelLink: ResourceLink = {
  href(thing, place) {
    if (thing.type === 'im.channel') return path(thing.id)
    return thing.type === 'im.message' && place?.type === 'im.channel' ? `${path(place.id)}?message=${thing.id}` : undefined
  },
}
