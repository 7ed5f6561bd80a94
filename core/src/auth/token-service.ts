import { invalidInput, notFound, type Page } from '@liaison/sdk'
import type { ApiToken } from '@liaison/sdk/platform'
import type { Kernel } from '../kernel/kernel.ts'
import { readRows } from '../rooms/read-rows.ts'
import { TokenEntity } from './auth-entities.ts'
import { pageOfOwn } from './own-page.ts'
import { hashOf, newSecret } from './secrets.ts'
import { refuseTokens } from './session-service.ts'
import type { AuthRooms, AuthWork } from './auth-rooms.ts'

const usualLifeMs = 90 * 86_400_000

export async function listTokens(work: AuthWork, rooms: AuthRooms, page: { limit?: number; cursor?: string }): Promise<Page<ApiToken>> {
  refuseTokens(work, rooms)
  return tokensOf(rooms, work.actor.id, page)
}

/** Somebody's API tokens, newest first; whether the caller may see them was judged. */
export async function tokensOf(
  { db }: Pick<AuthRooms, 'db'>,
  personId: string,
  page: { limit?: number; cursor?: string },
): Promise<Page<ApiToken>> {
  const { items, next } = pageOfOwn(await readRows(db, TokenEntity, { personId }), page)
  return {
    items: items.map(({ id, name, createdAt, expiresAt, lastUsedAt, permissions }) => ({
      ...{ id, name },
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
      permissions: permissions === null ? null : [...permissions],
    })),
    next,
  }
}

/** @returns the secret, which is shown this once. @throws sessionNeeded (403), invalidInput (400) for a past expiry or an unknown permission */
export async function createToken(
  work: AuthWork,
  rooms: AuthRooms & { readonly kernel: Kernel },
  { name, expiresAt, permissions }: { name: string; expiresAt?: string; permissions?: readonly string[] },
): Promise<{ id: string; token: string }> {
  refuseTokens(work, rooms)
  const expires = expiresAt === undefined ? new Date(work.now.getTime() + usualLifeMs) : new Date(expiresAt)
  if (!(expires > work.now)) throw invalidInput({ errors: [{ pointer: '/body/expiresAt', message: 'must be later than now' }] })
  refuseUnknownPermissions(rooms.kernel, permissions ?? [])
  const token = `liaison_${newSecret()}`
  const fresh = {
    personId: work.actor.id,
    name,
    hash: hashOf(token),
    expiresAt: expires,
    lastUsedAt: null,
    permissions: permissions ?? null,
  }
  const { id } = await work.asSystem('own-tokens', (rows) => rows.of(TokenEntity).create(fresh))
  return { id, token }
}

/** @throws notFound (404) when it is not one's own */
export async function deleteToken(work: AuthWork, rooms: AuthRooms, tokenId: string): Promise<void> {
  refuseTokens(work, rooms)
  const ended = await work.asSystem('own-tokens', (rows) => rows.of(TokenEntity).removeAll({ id: tokenId, personId: work.actor.id }))
  if (ended === 0) throw notFound()
  rooms.sessions.announce(work, { sessionIds: [tokenId] })
}

function refuseUnknownPermissions(kernel: Kernel, keys: readonly string[]): void {
  const known = new Set([...kernel.plugins.values()].flatMap(({ definition }) => (definition.permissions ?? []).map(({ key }) => key)))
  const errors = keys.flatMap((key, at) => (known.has(key) ? [] : [{ pointer: `/body/permissions/${at}`, message: 'no such permission' }]))
  if (errors.length > 0) throw invalidInput({ errors })
}
