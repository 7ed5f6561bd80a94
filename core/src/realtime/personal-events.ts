import { accessOf } from '../http/judgement.ts'
import type { LoadedPlugin } from '../kernel/kernel.ts'
import type { Connection } from './connection.ts'
import type { Hub, HubTopic } from './hub.ts'

/**
 * Tells a person of a module on his own topic. An API token that is narrowed hears of the modules in which it may do something;
 * events have no permission of their own.
 */
export function tellPerson(hub: Hub, topic: HubTopic, { text, module, sockets }: Telling): void {
  const listening = [...sockets].filter(({ topics }) => topics.has(topic.name))
  const some = listening.filter((connection) => mayHear(connection, module))
  if (some.length === listening.length) hub.publish(topic, text)
  else for (const connection of some) connection.answer(text)
}
interface Telling {
  readonly text: string
  readonly module: LoadedPlugin
  /** The person's */
  readonly sockets: Iterable<Connection>
}

function mayHear({ caller }: Connection, { definition: { permissions = [] } }: LoadedPlugin): boolean {
  if (caller.tokenPermissions === undefined || permissions.length === 0) return true
  const { grants } = accessOf(caller)
  return permissions.some(({ key }) => grants.has(key))
}
