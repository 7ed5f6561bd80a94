import { signInNeeded } from '@liaison/sdk'
import { bind, definePlugin, defineTopic, migration, type People, people } from '@liaison/sdk/server'
import { issueTicket, presenceChanged } from './contract.ts'
import { personTopicName } from './declared-topics.ts'
import { mayKnowPresence } from './presence-rule.ts'
import { tickets } from './tickets.ts'

/** What the sockets offer to people: tickets, presence, and each person's own topic. One for each platform. */
export const createRealtimeRoom = () => {
  let known: People | undefined
  return definePlugin({
    id: 'realtime',
    version: '1.0.0',
    title: { 'zh-CN': '实时', en: 'Realtime' },
    operations: [issueTicket],
    events: [presenceChanged],
    topics: [
      defineTopic('presence', {
        events: [presenceChanged],
        authorise: ({ actor }, personId) => known !== undefined && mayKnowPresence(known, actor, personId),
      }),
      // What concerns one person alone; any event that a plugin declares may be published here, and reaches whom `tellPerson` says.
      defineTopic(personTopicName, {
        events: [presenceChanged],
        authorise: ({ actor }, personId) => actor.id === personId && actor.viewerId === undefined,
      }),
    ],
    migrations: [
      migration('20260301-tickets', async (change) => {
        await change.createTable(
          'core_realtime_ticket',
          { hash: 'text', sessionId: 'text', expiresAt: 'instant' },
          { primaryKey: ['hash'], indexes: [['expiresAt']] },
        )
      }),
    ],
    setup({ get, bind: bindAll }) {
      known = get(people)
      const office = get(tickets)
      bindAll([
        bind(issueTicket, {
          // In a unit of its own: the ticket is good as soon as it is known.
          prepare: ({ actor }) => {
            if (actor.sessionId === undefined) throw signInNeeded()
            return office.issue(actor.sessionId)
          },
          write: (_work, { ready }) => ({ ticket: ready.ticket, expiresAt: ready.expiresAt.toISOString() }),
        }),
      ])
    },
  })
}
