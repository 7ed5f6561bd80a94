import type { TestHost } from '../test-host.ts'

type Thing = { readonly id: string }

/** The company of the walk: a tree of departments and three projects. */
export interface LeakPlaces {
  readonly above: Thing
  /** Below `above` */
  readonly mine: Thing
  /** Below `mine` */
  readonly below: Thing
  readonly elsewhere: Thing
  readonly project: Thing
  readonly otherProject: Thing
  /** Nobody of the cast belongs to them. */
  readonly emptyDepartment: Thing
  readonly emptyProject: Thing
  /** Somebody whom no row concerns */
  readonly bystander: Thing
  readonly roleId: string
}

export async function thePlaces(host: TestHost): Promise<LeakPlaces> {
  const department = (name: string, parent?: Thing) => host.department({ name: `sample ${name}`, ...(parent && { parent }) })
  const project = (name: string, of?: Thing) => host.project({ name: `sample ${name}`, ...(of && { department: of }) })
  const above = await department('above')
  const mine = await department('mine', above)
  const elsewhere = await department('elsewhere')
  const emptyDepartment = await department('empty')
  const roles = await host.stored('core_role')
  return {
    ...{ above, mine, elsewhere, emptyDepartment },
    below: await department('below', mine),
    project: await project('project', mine),
    otherProject: await project('other project', elsewhere),
    emptyProject: await project('empty project'),
    bystander: await host.person({ name: 'sample bystander', departments: [emptyDepartment] }),
    roleId: String(roles.find(({ key }) => key === 'external-guest')?.['id']),
  }
}
