import type { Caller, Dispatcher } from '../http/dispatcher.ts'
import { isOff } from '../http/judgement.ts'
import type { DeclaredTopic } from './declared-topics.ts'

/** Decides who may hear a topic. */
export interface TopicGuard {
  /** Asks the plugin's rule, or whether the row with that id is visible under the entity's `read` permission. */
  allows(declared: DeclaredTopic, id: string, caller: Caller): Promise<boolean>
  /** Somebody hears it from now on: what a viewer hears is in the audit trail. */
  heard(name: string, id: string, caller: Caller): void
}

export function createTopicGuard(dispatcher: Dispatcher): TopicGuard {
  return {
    heard: (name, id, caller) => dispatcher.noteViewed(caller, { action: 'realtime.subscribe', kind: name, rowId: id }),
    async allows({ plugin, topic }, id, caller) {
      const { access } = caller
      if (access === undefined || !plugin.enabled || isOff(access, plugin)) return false
      const work = dispatcher.reading(plugin.definition.id, caller)
      if (topic.authorise !== undefined) return topic.authorise(work, id)
      const { entity } = topic
      if (entity === undefined || !work.actor.may(entity.rule.read)) return false
      if ('members' in entity.rule) return (await work.rows.members(entity, id)).has(work.actor.id)
      return (await work.rows.of(entity, entity.rule.read).find(id)) !== undefined
    },
  }
}
