import { invalidInput, notFound, type Permission } from '@liaison/sdk'
import type { AnyEntity } from '@liaison/sdk/server'
import { explain, type Explanation } from '../access/explain.ts'
import { declaredPermissions } from './declared-permissions.ts'
import type { MatrixRooms } from './matrix-service.ts'
import { entitiesOf, findEntity } from './resource-entities.ts'

interface Asked {
  readonly personId: string
  readonly permission: string
  readonly resource?: { readonly type: string; readonly id: string }
}

/** @throws notFound (404) for an unknown person, invalidInput (400) for an unknown permission or type of resource */
export function explainAccess(
  { db, kernel, directory }: MatrixRooms,
  { personId, permission: key, resource }: Asked,
  now: Date,
): Promise<Explanation> {
  if (directory.factsOf(personId) === undefined) throw notFound()
  const permission: Permission | undefined = declaredPermissions(kernel).get(key)
  if (permission === undefined) throw invalidInput({ errors: [{ pointer: '/body/permission', message: 'no such permission' }] })
  const entities = entitiesOf(kernel)
  const asked = { db, personId, permission, entities, now }
  return explain(resource === undefined ? asked : { ...asked, resource: { entity: entityNamed(entities, resource.type), id: resource.id } })
}

function entityNamed(entities: ReadonlyMap<string, AnyEntity>, type: string): AnyEntity {
  const entity = findEntity(entities, type)
  if (entity === undefined) throw invalidInput({ errors: [{ pointer: '/body/resource/type', message: 'no such type of resource' }] })
  return entity
}
