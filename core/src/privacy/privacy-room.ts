import * as contract from '@liaison/sdk/platform'
import { answer, bind, definePlugin } from '@liaison/sdk/server'
import { type Static, Type } from 'typebox'
import { roleMemory } from '../access-administration/role-memory.ts'
import { accounts } from '../auth/accounts.ts'
import { directoryMemory } from '../directory/directory-memory.ts'
import { sessions } from '../http/sessions.ts'
import { allBelongings } from '../hand-over/all-belongings.ts'
import { compiledAccess, database, dispatcher, kernel } from '../rooms/floors.ts'
import { anonymise } from './account-deletion.ts'
import { ConsentMemory, consentMemory } from './consent-memory.ts'
import * as consent from './consent-service.ts'
import { type DataRooms, myData } from './my-data.ts'
import * as profile from './my-profile.ts'
import { privacyEntities, type PrivacyEntity, privacyMigrations } from './privacy-entities.ts'

const settings = Type.Object({
  requireConsent: Type.Boolean({
    default: false,
    description: 'Nobody goes on before he has agreed to the notice that Liaison brings along; one that is published says so itself',
  }),
})
type W = consent.PrivacyWork

/** What people agree to, and what they may do with what is kept about them. */
export const privacyRoom = definePlugin<PrivacyEntity, Static<typeof settings>>({
  id: 'privacy',
  version: '0.1.0',
  title: { 'zh-CN': '隐私', en: 'Privacy' },
  settings,
  permissions: [contract.privacyManage],
  entities: privacyEntities,
  migrations: privacyMigrations,
  operations: [
    contract.readConsent,
    contract.giveConsent,
    contract.withdrawConsent,
    contract.exportMyData,
    contract.readMyProfile,
    contract.correctMyProfile,
    contract.deleteMyAccount,
    contract.listConsentTexts,
    contract.publishConsentText,
  ],
  events: [contract.personAnonymised],
  problems: [contract.consentNeeded, contract.accountNotTyped],
  tokens: [consentMemory],
  async setup({ settings: { requireConsent }, provide, get, bind: bindAll, logger }) {
    const db = get(database)
    const consents = new ConsentMemory(db, requireConsent)
    provide(consentMemory, () => consents)
    const rooms: DataRooms = {
      ...{ db, consents, accounts: get(accounts), sessions: get(sessions), directory: get(directoryMemory), roles: get(roleMemory) },
      ...{ kernel: get(kernel), access: get(compiledAccess), belongings: get(allBelongings) },
      get dispatcher() {
        return get(dispatcher)
      },
    }
    bindAll([
      bind(contract.readConsent, ({ actor }: W) => consent.consentState(actor.id, rooms)),
      bind(contract.giveConsent, (work: W, { body }) => consent.giveConsent(work, rooms, body.version)),
      bind(contract.withdrawConsent, (work: W, { body }) => consent.withdrawConsent(work, rooms, body.version)),
      bind(contract.exportMyData, async (work: W) => {
        const name = `my-data-${work.now.toISOString().slice(0, 10)}.json`
        return answer(await myData(work, rooms), { headers: { 'content-disposition': `attachment; filename="${name}"` } })
      }),
      bind(contract.readMyProfile, (work: W) => profile.readMyProfile(work, rooms)),
      bind(contract.correctMyProfile, {
        prepare: (work: W, { body }) => profile.prepareCorrection(work, rooms, body),
        write: (work: W, { body, ready }) => profile.correctMyProfile(work, rooms, body, ready),
      }),
      bind(contract.deleteMyAccount, {
        async prepare(work: W, { body: { account, password } }) {
          await consent.refuseTokens(work, rooms)
          if (rooms.directory.factsOf(work.actor.id)?.account !== account) throw contract.accountNotTyped()
          await rooms.accounts.provePassword(work, password)
        },
        write: (work: W) => anonymise(work, rooms, work.actor.id),
      }),
      bind(contract.listConsentTexts, (work: W, { query }) => consent.listConsentTexts(work, rooms, query)),
      bind(contract.publishConsentText, (work: W, { body }) => consent.publishConsentText(work, rooms, body)),
    ])
    return consents.start((error) => logger.error({ error: String(error) }, 'consents could not be read again'))
  },
})
