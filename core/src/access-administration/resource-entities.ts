import type { AnyEntity } from '@liaison/sdk/server'
import type { Kernel } from '../kernel/kernel.ts'

/** Every table of the plugins of this process, with its rule. */
export const entitiesOf = (kernel: Kernel): ReadonlyMap<string, AnyEntity> =>
  new Map([...kernel.plugins.values()].flatMap(({ owned }) => [...owned]))

/** `im.channel` is the table `im_channel`; a short name is the core's (`person`, `project`), else a module's main table (`task`). */
export function findEntity(entities: ReadonlyMap<string, AnyEntity>, type: string): AnyEntity | undefined {
  const table = type.replaceAll('.', '_')
  return (
    entities.get(table) ??
    entities.get(`core_${table}`) ??
    [...entities].find(([name]) => name.endsWith(`_${table}`) && name.split('_').length === table.split('_').length + 1)?.[1]
  )
}
