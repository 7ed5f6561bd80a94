import type { Event } from '@liaison/sdk'
import { type AnyLog, isLog, type Topic } from '@liaison/sdk/server'
import type { Kernel, LoadedPlugin } from '../kernel/kernel.ts'
import { serialiserOf } from './event-serialiser.ts'

/** A topic as a plugin declared it, with what it needs to be told. */
export interface DeclaredTopic {
  readonly plugin: LoadedPlugin
  readonly topic: Topic
  /** The log whose rows are its lasting events; undefined: it carries passing events only */
  readonly log: AnyLog | undefined
  /** By event name: JSON of the event's data, without what the schema lacks */
  readonly serialisers: ReadonlyMap<string, (data: unknown) => string>
}

/** The module that an event belongs to; the core's own rooms are none. */
export function eventOwners(kernel: Kernel): ReadonlyMap<string, LoadedPlugin> {
  const modules = [...kernel.plugins.values()].filter(({ builtIn }) => !builtIn)
  return new Map(modules.flatMap((plugin) => (plugin.definition.events ?? []).map(({ name }: Event) => [name, plugin] as const)))
}

/** Name of the topic that tells one person what concerns him alone: `person:<id>`. Every declared event may go there. */
export const personTopicName = 'person'

/** Topics by name, from all plugins. The kernel has checked that names are unique and events declared. */
export function declaredTopics(kernel: Kernel): ReadonlyMap<string, DeclaredTopic> {
  const plugins = [...kernel.plugins.values()]
  const everyEvent = plugins.flatMap(({ definition }) => definition.events ?? [])
  const topics = new Map<string, DeclaredTopic>()
  for (const plugin of plugins) {
    const logs = [...plugin.owned.values()].filter((entity) => isLog(entity))
    for (const topic of plugin.definition.topics ?? []) {
      const events = topic.name === personTopicName ? [...topic.events, ...everyEvent] : topic.events
      topics.set(topic.name, {
        plugin,
        topic,
        log: logs.find(({ log }) => log.topic === topic.name),
        serialisers: new Map(events.map((event: Event) => [event.name, serialiserOf(event)])),
      })
    }
  }
  return topics
}
