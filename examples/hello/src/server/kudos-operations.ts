import { bind, type People } from '@liaison/sdk/server'
import * as contract from '../contract.ts'
import { giveKudos, listKudos, takeDownKudos } from './kudos-service.ts'

export const bindKudos = (people: People) => [
  bind(contract.listKudos, (work, { query }) => listKudos(work, people, query)),
  bind(contract.giveKudos, (work, { body }) => giveKudos(work, people, body)),
  bind(contract.takeDownKudos, (work, { params }) => takeDownKudos(work, params.kudosId)),
]
