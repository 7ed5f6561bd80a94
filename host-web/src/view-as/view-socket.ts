import type { SocketLike } from '@liaison/sdk/web'

/** Opens the socket of a tab that views as somebody. */
export function openViewSocket(viewId: string): SocketLike {
  const address = new URL(`/api/realtime?view=${viewId}`, location.href)
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:'
  return new WebSocket(address, 'liaison.v1') as SocketLike
}
