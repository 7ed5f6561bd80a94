import type { Me } from '@liaison/sdk'
import {
  type ApiClient,
  type Localizer,
  Outbox,
  Queries,
  RealtimeClient,
  Session,
  Slots,
  type Theme,
  Toasts,
  type WebServices,
} from '@liaison/sdk/web'
import { keptView, leaveView } from '../view-as/kept-view.ts'
import { openViewSocket } from '../view-as/view-socket.ts'

interface Given {
  readonly me: Me
  readonly api: ApiClient
  readonly localizer: Localizer
  readonly theme: Theme
}

export interface SignedIn {
  readonly services: WebServices
  /** Ends the connection and leaves nothing of the person on this device. */
  end(): Promise<void>
}

/** Everything that somebody who has signed in works with. @param onSignedOut - the session was ended elsewhere */
export function signedIn({ me, api, localizer, theme }: Given, onSignedOut: () => void): SignedIn {
  const view = keptView()
  const viewing = view === undefined ? {} : { open: () => openViewSocket(view.id), onViewEnded: () => leaveView(view.from, true) }
  const realtime = new RealtimeClient({ onSignedOut, ...viewing })
  // what the viewed person has not sent yet, on this very device, is not sent by somebody who views
  const outbox = new Outbox(api, view === undefined ? me.id : `view ${view.id}`)
  const queries = new Queries(api)
  realtime.connect()
  outbox.start()
  const stopWaking = realtime.state.subscribe((state) => {
    if (state === 'open') outbox.wake()
  })
  return {
    services: { api, localizer, theme, session: new Session(me), realtime, queries, outbox, slots: new Slots(), toasts: new Toasts() },
    async end() {
      stopWaking()
      realtime.close()
      queries.clear()
      await outbox.clear()
    },
  }
}
