import { invalidInput, notFound, type Permission } from '@liaison/sdk'
import type { AnyEntity } from '@liaison/sdk/server'
import { explain, type Explanation } from '../access/explain.ts'
import type { Kernel } from '../kernel/kernel.ts'
import { declaredPermissions } from './declared-permissions.ts'
import type { MatrixRooms } from './matrix-service.ts'

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

const entitiesOf = (kernel: Kernel): ReadonlyMap<string, AnyEntity> =>
  new Map([...kernel.plugins.values()].flatMap(({ owned }) => [...owned]))

/** `im.channel` is the table `im_channel`; a short name is the core's (`person`, `project`), else a module's main table (`task`). */
function entityNamed(entities: ReadonlyMap<string, AnyEntity>, type: string): AnyEntity {
  const table = type.replaceAll('.', '_')
  const entity =
    entities.get(table) ??
    entities.get(`core_${table}`) ??
    [...entities].find(([name]) => name.endsWith(`_${table}`) && name.split('_').length === table.split('_').length + 1)?.[1]
  if (entity === undefined) throw invalidInput({ errors: [{ pointer: '/body/resource/type', message: 'no such type of resource' }] })
  return entity
}
