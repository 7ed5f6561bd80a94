import * as contract from '@liaison/sdk/platform'
import { bind, type Work } from '@liaison/sdk/server'
import { declaredPermissions, permissionRow } from './declared-permissions.ts'
import { explainAccess } from './explanation-service.ts'
import * as matrix from './matrix-service.ts'
import { pageOfPermissions } from './permission-page.ts'
import type { AccessEntity } from './role-entities.ts'
import * as roles from './role-service.ts'

type W = Work<AccessEntity>

export const accessOperations = [
  contract.listRoles,
  contract.createRole,
  contract.changeRole,
  contract.deleteRole,
  contract.listPermissions,
  contract.getMatrix,
  contract.changeMatrix,
  contract.explainAccess,
]

export const bindAccess = (rooms: matrix.MatrixRooms) => [
  bind(contract.listRoles, (work: W, { query }) => roles.listRoles(work, query)),
  bind(contract.createRole, (work: W, { body }) => roles.createRole(work, rooms, body)),
  bind(contract.changeRole, (work: W, { params, body, expectedVersion }) =>
    roles.changeRole(work, rooms, params.id, body, expectedVersion),
  ),
  bind(contract.deleteRole, (work: W, { params }) => roles.deleteRole(work, rooms, params.id)),
  bind(contract.listPermissions, (_work: W, { query }) =>
    pageOfPermissions([...declaredPermissions(rooms.kernel).values()].map(permissionRow), query),
  ),
  bind(contract.getMatrix, () => matrix.readMatrix(rooms)),
  bind(contract.changeMatrix, {
    prepare: (_work: W, { body }) => {
      matrix.refuseWrongChanges(rooms, body.changes)
      return matrix.foresee(rooms, body.changes)
    },
    async write(work: W, { body: { changes, dryRun = false }, ready }) {
      if (!dryRun) await matrix.applyChanges(work, rooms, changes)
      return { applied: !dryRun, people: ready }
    },
  }),
  bind(contract.explainAccess, {
    // it only reads, and takes its time: outside the unit
    prepare: (work: W, { body }) => explainAccess(rooms, body, work.now),
    write: (_work: W, { ready: { allowed, scope, because } }) => ({
      ...{ allowed, scope },
      because: because.map(({ kind, holds, text, ids }) => ({
        kind,
        holds,
        text: { 'zh-CN': text['zh-CN'], en: text.en },
        ...(ids !== undefined && { ids: { ...ids } }),
      })),
    }),
  }),
]
