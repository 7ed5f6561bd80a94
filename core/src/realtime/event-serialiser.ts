import type { Event } from '@liaison/sdk'
import fastJsonStringify from 'fast-json-stringify'

const compiled = new WeakMap<Event, (data: unknown) => string>()

/** JSON of an event's data through its schema, compiled when it is first told. */
export function serialiserOf(event: Event): (data: unknown) => string {
  return (data) => {
    let serialise = compiled.get(event)
    if (serialise === undefined) compiled.set(event, (serialise = fastJsonStringify(event.schema as object)))
    return serialise(data)
  }
}
