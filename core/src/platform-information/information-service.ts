import { type Locale, locales, type Me, type PlatformInformation, scopes, signInNeeded } from '@liaison/sdk'
import type { Actor, Work } from '@liaison/sdk/server'
import { declaredPermissions } from '../access-administration/declared-permissions.ts'
import { PersonEntity } from '../directory/directory-entities.ts'
import type { Access } from '../access/access.ts'
import type { DirectoryMemory } from '../directory/directory-memory.ts'
import type { Kernel, LoadedPlugin } from '../kernel/kernel.ts'
import type { Sessions } from '../http/sessions.ts'
import type { WebParts } from '../pages/web-parts.ts'
import type { CompiledAccess, Installation } from '../rooms/floors.ts'
import { unitRows } from '../rooms/unit-rows.ts'

export interface InformationRooms {
  readonly kernel: Kernel
  readonly installation: Installation
  readonly directory: DirectoryMemory
  readonly access: CompiledAccess
  readonly webParts: WebParts
  readonly sessions: Sessions
}

/** What everybody may know; the modules are told to those who have signed in. */
export async function describePlatform(actor: Actor, rooms: InformationRooms): Promise<PlatformInformation> {
  const { installation, directory, webParts } = rooms
  const duty = actor.sessionId === undefined ? undefined : (await rooms.sessions.byId(actor.sessionId))?.duty
  const modules = actor.id === '' || duty !== undefined ? [] : await modulesOf(actor, rooms)
  return {
    name: installation.name,
    version: installation.version,
    locales: [...locales],
    setupNeeded: directory.isEmpty,
    signedIn: actor.id !== '',
    ...(duty !== undefined && { duty }),
    modules: modules.map(({ definition: { id, title } }) => ({
      id,
      title: { 'zh-CN': title['zh-CN'], en: title.en },
      web: webParts.urlOf(id) ?? null,
    })),
  }
}

/** Who the caller is and what he may; an API token is told what it is narrowed to. */
export async function readMe(actor: Actor, rooms: InformationRooms): Promise<Me> {
  const person = rooms.directory.factsOf(actor.id)
  const access = await rooms.access.get(actor.id)
  if (person === undefined || access === undefined) throw signInNeeded()
  const modules = await modulesOf(actor, rooms)
  const held = [...declaredPermissions(rooms.kernel).values()].filter((permission) => actor.may(permission))
  const { id, account, name, kind, locale, departmentIds, roleIds } = person
  return {
    ...{ id, account, name, kind, locale },
    departmentIds: [...departmentIds],
    roleIds: [...roleIds],
    grants: Object.fromEntries(held.flatMap(({ key }) => (access.grants.has(key) ? [[key, scopes[access.grants.get(key)!.rank]!]] : []))),
    modules: modules.map(({ definition }) => definition.id),
    features: [...featuresOf(modules, access)],
  }
}

export async function changeLocale(work: Work, rooms: InformationRooms, locale: Locale | undefined): Promise<Me> {
  const before = rooms.directory.factsOf(work.actor.id)
  if (before === undefined) throw signInNeeded()
  if (locale !== undefined && locale !== before.locale) {
    await unitRows(work).change(PersonEntity, { id: before.id }, { locale })
    rooms.directory.announce(work, { person: { ...before, locale } })
  }
  return { ...(await readMe(work.actor, rooms)), locale: locale ?? before.locale }
}

/** Plugins beside the core's own rooms that are on, for this person. */
async function modulesOf(actor: Actor, { kernel, access }: InformationRooms): Promise<readonly LoadedPlugin[]> {
  const off = (await access.get(actor.id))?.off
  return [...kernel.plugins.values()].filter(({ builtIn, enabled, definition: { id } }) => !builtIn && enabled && off?.has(id) !== true)
}

const featuresOf = (modules: readonly LoadedPlugin[], { off }: Access): readonly string[] =>
  modules.flatMap(({ definition: { features = [] } }) => features.map(({ key }) => key)).filter((key) => off?.has(key) !== true)
