import type { View } from '../http/views.ts'

/** Somebody views as somebody else over a socket. */
export interface SocketView extends View {
  readonly id: string
}
