import type { Page } from '@liaison/sdk'
import { consentOutdated, type ConsentState, type ConsentText, type ConsentWords, sessionNeeded } from '@liaison/sdk/platform'
import type { Work } from '@liaison/sdk/server'
import type { Accounts } from '../auth/accounts.ts'
import { pageOfOwn } from '../auth/own-page.ts'
import type { Database } from '../data/database.ts'
import type { Sessions } from '../http/sessions.ts'
import { oneAtATime } from '../rooms/one-at-a-time.ts'
import { readRows } from '../rooms/read-rows.ts'
import { type AnyWork, unitOf } from '../rooms/unit-of.ts'
import { unitRows } from '../rooms/unit-rows.ts'
import type { ConsentMemory } from './consent-memory.ts'
import { ConsentEntity, ConsentTextEntity, type PrivacyEntity } from './privacy-entities.ts'

export interface ConsentRooms {
  readonly db: Database
  readonly consents: ConsentMemory
  readonly accounts: Accounts
  readonly sessions: Sessions
}
export type PrivacyWork = Work<PrivacyEntity>

const mostEarlier = 20

/** What only the person himself does, sitting before it, and no program for him. @throws sessionNeeded (403) */
export async function refuseTokens({ actor }: PrivacyWork, { sessions }: Pick<ConsentRooms, 'sessions'>): Promise<void> {
  const session = actor.sessionId === undefined ? undefined : await sessions.byId(actor.sessionId)
  if (session?.isToken === true) throw sessionNeeded()
}

export function consentState(personId: string, { consents }: Pick<ConsentRooms, 'consents'>): ConsentState {
  const given = consents.given(personId)
  return stateOf(consents, given, consents.owes(personId))
}

function stateOf({ texts, present }: ConsentMemory, given: ReturnType<ConsentMemory['given']>, needed: boolean): ConsentState {
  return {
    text: present,
    earlier: texts.slice(1, 1 + mostEarlier).map(({ version, publishedAt, note }) => ({ version, publishedAt, note })),
    given: given === undefined || given.withdrawnAt !== null ? null : { version: given.version, at: given.at.toISOString() },
    withdrawnAt: given?.withdrawnAt?.toISOString() ?? null,
    needed,
  }
}

/** @throws consentOutdated (409) for another version than the one in force */
export async function giveConsent(work: PrivacyWork, rooms: ConsentRooms, version: string): Promise<ConsentState> {
  await refuseTokens(work, rooms)
  if (version !== rooms.consents.present.version) throw consentOutdated({ version: rooms.consents.present.version })
  await recordConsent(work, rooms.consents, work.actor.id, version)
  return stateOf(rooms.consents, { version, at: work.now, withdrawnAt: null }, false)
}

/** Keeps who agreed to which version, and when. */
export async function recordConsent(
  work: AnyWork & { newId(): string },
  consents: ConsentMemory,
  personId: string,
  version: string,
): Promise<void> {
  await unitRows(work).insert(ConsentEntity, { id: work.newId(), personId, textName: version, withdrawnAt: null })
  consents.announce(work, personId, { version, at: work.now, withdrawnAt: null })
}

/**
 * Everything the person is signed in with ends; what he had agreed to stays on record.
 * @param named - the version that he means to withdraw from
 * @throws consentOutdated (409)
 */
export async function withdrawConsent(work: PrivacyWork, rooms: ConsentRooms, named: string): Promise<void> {
  await refuseTokens(work, rooms)
  const { id: personId } = work.actor
  const given = rooms.consents.given(personId)
  const version = given?.version ?? rooms.consents.present.version
  if (named !== version) throw consentOutdated({ version })
  const rows = unitRows(work)
  if ((await rows.change(ConsentEntity, { personId, withdrawnAt: null }, { withdrawnAt: work.now })) === 0)
    await rows.insert(ConsentEntity, { id: work.newId(), personId, textName: version, withdrawnAt: work.now })
  rooms.consents.announce(work, personId, { version, at: given?.at ?? work.now, withdrawnAt: work.now })
  await rooms.accounts.endAll(work, personId)
}

export async function listConsentTexts(
  work: PrivacyWork,
  { db, consents }: ConsentRooms,
  page: { limit?: number; cursor?: string },
): Promise<Page<ConsentText & { agreed: number }>> {
  const rows = await readRows(db, ConsentTextEntity)
  const ids = new Map(rows.map(({ name, id }) => [name, id]))
  // the one that came along has no row: it stands before all others
  const items = consents.texts.map((text) => ({ ...text, id: ids.get(text.version) ?? '' }))
  const { items: shown, next } = pageOfOwn(items, page)
  const agreed = await work.rows.query((tables) =>
    tables
      .selectFrom('core_consent as c')
      .where('c.withdrawnAt', 'is', null)
      .groupBy('c.textName')
      .select((eb) => ['c.textName as version', eb.fn.count<number>('c.personId').distinct().as('people')]),
  )
  const counts = new Map(agreed.map(({ version, people }) => [version, Number(people)]))
  return { items: shown.map(({ id: _row, ...text }) => ({ ...text, agreed: counts.get(text.version) ?? 0 })), next }
}

export async function publishConsentText(
  work: PrivacyWork,
  { db, consents }: ConsentRooms,
  { words, note, required }: { words: Record<'zh-CN' | 'en', ConsentWords>; note: Record<'zh-CN' | 'en', string>; required: boolean },
): Promise<ConsentText> {
  await oneAtATime(work, db, 'consent-texts')
  const day = work.now.toISOString().slice(0, 10)
  const names = new Set((await readRows(db, ConsentTextEntity, {}, unitOf(work).run)).map(({ name }) => name))
  let name = day
  for (let number = 2; names.has(name); number += 1) name = `${day}.${number}`
  await work.rows.of(ConsentTextEntity).create({
    ...{ name, required, noteChinese: note['zh-CN'], noteEnglish: note.en },
    ...{ chinese: words['zh-CN'], english: words.en, publishedById: work.actor.id },
  })
  const text: ConsentText = { version: name, publishedAt: work.now.toISOString(), required, note, words }
  consents.announceText(work, text)
  return text
}
