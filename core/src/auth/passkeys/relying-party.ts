import type { AuthRooms, AuthWork } from '../auth-rooms.ts'

export interface RelyingParty {
  /** Host name without port */
  readonly id: string
  /** Pages that may ask: with and without TLS, since a proxy may end it */
  readonly origins: readonly string[]
}

/**
 * Whom a passkey is made for: the installation's own address, else the one that the browser called. A page elsewhere gets
 * nothing by naming another host: browsers use a passkey only where it was made.
 */
export function relyingParty({ origin }: AuthWork, { installation }: Pick<AuthRooms, 'installation'>): RelyingParty {
  const site = installation.publicUrl ?? origin?.site ?? 'http://localhost'
  const { hostname, host } = URL.canParse(site) ? new URL(site) : new URL('http://localhost')
  return { id: hostname, origins: [`https://${host}`, `http://${host}`] }
}
