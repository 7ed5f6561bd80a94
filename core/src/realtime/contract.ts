import { defineEvent, Id, Instant, operation } from '@liaison/sdk'
import { Type } from 'typebox'

/** A ticket opens one socket: sub-protocols `['liaison.v1', 'ticket.<ticket>']` on `GET /api/realtime`. */
export const issueTicket = operation({
  id: 'realtime.issueTicket',
  method: 'POST',
  path: '/realtime/tickets',
  summary: 'A one-time ticket for a socket of the same session, valid for 30 s',
  access: 'signed-in',
  status: 201,
  reply: Type.Object({ ticket: Type.String(), expiresAt: Instant }),
})

/** Somebody's last socket closed, or the first one opened. On `presence:<personId>`; not replayed. */
export const presenceChanged = defineEvent('presence.changed', Type.Object({ personId: Id, online: Type.Boolean() }))
