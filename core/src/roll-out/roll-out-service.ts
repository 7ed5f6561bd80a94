import type { RollOut } from '@liaison/sdk/server'
import type { Access } from '../access/access.ts'
import type { AccessCache } from '../access/access-cache.ts'
import { isOff } from '../http/judgement.ts'
import type { Kernel, LoadedPlugin } from '../kernel/kernel.ts'

export interface RollOutService extends RollOut {
  /** At once where the person's access is known. */
  isOffFor(plugin: LoadedPlugin, personId: string): boolean | Promise<boolean>
}

/** Answers from compiled access what is on for whom. */
export function createRollOut(kernel: Pick<Kernel, 'plugins'>, cache: Pick<AccessCache, 'get'>): RollOutService {
  const ask = (personId: string, judge: (access: Access | undefined) => boolean): boolean | Promise<boolean> => {
    const access = cache.get(personId)
    return access instanceof Promise ? access.then(judge) : judge(access)
  }
  return {
    isOffFor: (plugin, personId) => ask(personId, (access) => access === undefined || isOff(access, plugin)),
    isOn(what, personId) {
      const plugin = kernel.plugins.get(what.split('.')[0]!)
      if (plugin === undefined || !plugin.enabled) return false
      return ask(personId, (access) => access !== undefined && !isOff(access, plugin, what))
    },
  }
}
