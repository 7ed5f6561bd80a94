import type { Logger } from '@liaison/sdk/server'
import type { Database } from '../data/database.ts'
import { outsideUnits } from '../data/unit-guard.ts'
import type { Bus, BusMessage } from './bus.ts'
import { createPacker, createUnpacker } from './bus-packets.ts'

const channel = 'realtime'

/** Over the database's signals. What comes while a transaction is under way leaves together with the next. */
export function createPostgresqlBus(options: { db: Database; processId: string; logger: Logger }): Bus {
  const { db, processId, logger } = options
  const listeners: ((message: BusMessage, from: string) => void)[] = []
  const lost: (() => void)[] = []
  const pack = createPacker(processId)
  const unpack = createUnpacker(processId)
  let waiting: BusMessage[] = []
  let sending: Promise<void> | undefined

  const stop = db.onSignal(channel, (packet) => {
    if (packet === undefined) return lost.forEach((listener) => listener())
    const read = unpack(packet)
    for (const message of read?.messages ?? []) for (const listener of listeners) listener(message, read!.from)
  })

  const sendAll = async (): Promise<void> => {
    while (waiting.length > 0) {
      const messages = waiting
      waiting = []
      try {
        await db.write(async (unit) => {
          for (const packet of pack(messages)) unit.signal(channel, packet)
        })
      } catch (error) {
        // Nothing on the bus is kept; whoever must know it reads the database.
        logger.warn({ err: error, messages: messages.length }, 'other processes could not be told')
      }
    }
    sending = undefined
  }

  return {
    send(message) {
      waiting.push(message)
      // Whoever sends may be in the middle of a unit, or in a timer that one has set.
      sending ??= outsideUnits(() => Promise.resolve().then(sendAll))
    },
    onMessage: (listener) => void listeners.push(listener),
    onLost: (listener) => void lost.push(listener),
    async close() {
      await sending
      stop()
    },
  }
}
