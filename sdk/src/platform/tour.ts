import { Type } from 'typebox'
import { operation } from '../contract/operation.ts'
import { Instant, nullable } from '../contract/shapes.ts'

const Tour = Type.Object({
  /** When the caller ended the tour through the shell, or left it out; null: never */
  endedAt: nullable(Instant),
})

export const readTour = operation({ id: 'tour.read', method: 'GET', path: '/me/tour', access: 'signed-in', reply: Tour })
/** It is not shown by itself any more; it can be opened again from the help. */
export const endTour = operation({ id: 'tour.end', method: 'PUT', path: '/me/tour', access: 'signed-in', reply: Tour })
