import type { AnyOperation, Event } from '@liaison/sdk'
import { replyWriter } from '../http/reply-writer.ts'

const compiled = new WeakMap<Event, (data: unknown) => string>()

/** JSON of an event's data through its schema, compiled when it is first told. */
export function serialiserOf(event: Event): (data: unknown) => string {
  return (data) => {
    let serialise = compiled.get(event)
    if (serialise === undefined) compiled.set(event, (serialise = replyWriter({ schema: { reply: event.schema } } as AnyOperation)))
    return serialise(data)
  }
}
