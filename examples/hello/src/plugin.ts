import { messageSent } from '@liaison/plugin-im/hooks'
import { definePlugin, people as peopleToken } from '@liaison/sdk/server'
import * as contract from './contract.ts'
import { KudosEntity, migrations } from './server/kudos-entity.ts'
import { hang, praiseIn } from './server/kudos-from-chat.ts'
import { bindKudos } from './server/kudos-operations.ts'

/** 夸夸墙: colleagues say aloud what somebody did well, on the wall or by `#夸夸` in a conversation. */
export default definePlugin({
  id: 'kudos',
  version: '0.1.0',
  title: { 'zh-CN': '夸夸墙', en: 'Kudos' },
  requires: { sdk: '^0.1.0', plugins: { im: '^0.1.0' } },
  permissions: [contract.kudosRead, contract.kudosGive],
  entities: [KudosEntity],
  migrations,
  operations: contract.operations,
  problems: [contract.notForOneself, contract.notOneOfUs],
  systemReasons: { 'said-in-chat': 'A message with #夸夸 is put on the wall in the name of who sent it' },
  web: { entry: new URL('./web/index.ts', import.meta.url) },
  demo: () => import('./demo.ts'),
  setup({ get, bind, tap, asSystem }) {
    const people = get(peopleToken)
    bind(bindKudos(people))
    tap(messageSent, (message) => {
      const praise = praiseIn(message, people)
      if (praise !== undefined) return asSystem('said-in-chat', (work) => hang(work, people, praise))
    })
  },
})
