import { invalidInput, notFound } from '@liaison/sdk'
import type { AnyEntity } from '@liaison/sdk/server'
import { explain, type Explanation, type Reason } from '../access/explain.ts'
import type { Kernel } from '../kernel/kernel.ts'
import { declaredPermissions } from './declared-permissions.ts'
import type { MatrixRooms } from './matrix-service.ts'
import { entitiesOf, findEntity } from './resource-entities.ts'

interface Asked {
  readonly personId: string
  readonly permission: string
  readonly resource?: { readonly type: string; readonly id: string }
}

/**
 * A module that is off for the person by its roll-out comes first: no role helps there.
 * @throws notFound (404) for an unknown person, invalidInput (400) for an unknown permission or type of resource
 */
export async function explainAccess(
  { db, kernel, directory, access }: MatrixRooms,
  { personId, permission: key, resource }: Asked,
  now: Date,
): Promise<Explanation> {
  if (directory.factsOf(personId) === undefined) throw notFound()
  const permission = declaredPermissions(kernel).get(key)
  if (permission === undefined) throw invalidInput({ errors: [{ pointer: '/body/permission', message: 'no such permission' }] })
  const entities = entitiesOf(kernel)
  const asked = { db, personId, permission, entities, now }
  const explanation = await explain(
    resource === undefined ? asked : { ...asked, resource: { entity: entityNamed(entities, resource.type), id: resource.id } },
  )
  const isOff = (await access.get(personId))?.off?.has(permission.plugin) === true
  return isOff ? { ...explanation, allowed: false, because: [offReason(kernel, permission.plugin), ...explanation.because] } : explanation
}

function offReason({ plugins }: Kernel, moduleId: string): Reason {
  const title = plugins.get(moduleId)?.definition.title
  return {
    kind: 'person',
    holds: false,
    text: {
      'zh-CN': `模块“${title?.['zh-CN'] ?? moduleId}”尚未对此人开放`,
      en: `The module “${title?.en ?? moduleId}” is not on for this person`,
    },
  }
}

function entityNamed(entities: ReadonlyMap<string, AnyEntity>, type: string): AnyEntity {
  const entity = findEntity(entities, type)
  if (entity === undefined) throw invalidInput({ errors: [{ pointer: '/body/resource/type', message: 'no such type of resource' }] })
  return entity
}
