import type { OutboxListener } from '../data/outbox.ts'
import type { Kernel } from '../kernel/kernel.ts'
import type { OwnedDispatcher } from './create-dispatcher.ts'

/**
 * The listeners of the plugins, each event heard in a unit of its own. One whose plugin is switched off is told again later: it
 * must not miss that somebody left.
 */
export function outboxListeners({ listeners }: Kernel, dispatcher: OwnedDispatcher): readonly OutboxListener[] {
  const names = new Map<string, number>()
  return listeners.map(({ plugin, event, listener }) => {
    const name = `${plugin.definition.id}/${event.name}`
    const count = (names.get(name) ?? 0) + 1
    names.set(name, count)
    return {
      subscriber: count === 1 ? name : `${name}#${count}`,
      event: event.name,
      async handle(payload) {
        if (!plugin.enabled) throw new Error(`${plugin.definition.id} is switched off`)
        await dispatcher.listening(plugin, `${plugin.definition.id}:hears-${event.name}`, (work) => listener(payload, work))
      },
    }
  })
}
