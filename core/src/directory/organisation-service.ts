import type { Page } from '@liaison/sdk'
import type { Organisation } from '@liaison/sdk/platform'
import type { Row } from '@liaison/sdk/server'
import { OrganisationEntity } from './directory-entities.ts'
import type { DirectoryWork, PeopleRooms } from './person-service.ts'

interface OrganisationFields {
  readonly name?: string
  readonly kind?: Organisation['kind']
}
type OrganisationRow = Row<typeof OrganisationEntity>
const shown = ({ id, name, kind, version }: OrganisationRow): Organisation => ({ id, name, kind, version })

export async function listOrganisations(work: DirectoryWork, page: { limit?: number; cursor?: string }): Promise<Page<Organisation>> {
  const { items, next } = await work.rows.of(OrganisationEntity).list({ ...page, order: { by: 'id' } })
  return { items: items.map(shown), next }
}

/** @throws conflict (409) when there is one of that name, forbidden (403) for those who manage some departments only */
export async function createOrganisation(
  work: DirectoryWork,
  rooms: PeopleRooms,
  fields: Required<OrganisationFields>,
): Promise<Organisation> {
  const row = await work.rows.of(OrganisationEntity).create(fields)
  rooms.memory.announce(work, { organisation: { id: row.id, name: row.name } })
  return shown(row)
}

/** @throws notFound (404), conflict (409), staleVersion (412) */
export async function changeOrganisation(
  work: DirectoryWork,
  rooms: PeopleRooms,
  organisationId: string,
  { patch, version }: { patch: OrganisationFields; version: number | undefined },
): Promise<Organisation> {
  const row = await work.rows.of(OrganisationEntity).change(organisationId, patch, { version })
  rooms.memory.announce(work, { organisation: { id: row.id, name: row.name } })
  return shown(row)
}
