import semver from 'semver'
import { BootError } from './boot-error.ts'
import type { FoundPlugin, LeftOut } from './kernel.ts'

/** Version of the SDK that this core implements; plugins name the range they were written for. */
export const sdkVersion = '0.1.0'

/** Why this one cannot start, given the others; undefined when nothing is wrong. */
function obstacle({ definition: { id, requires } }: FoundPlugin, byId: ReadonlyMap<string, FoundPlugin>): string | undefined {
  if (requires?.sdk !== undefined && !semver.satisfies(sdkVersion, requires.sdk))
    return `"${id}" needs sdk ${requires.sdk}, this is ${sdkVersion}`
  for (const [otherId, need] of Object.entries(requires?.plugins ?? {})) {
    const range = typeof need === 'string' ? need : need.range
    const other = byId.get(otherId)
    if (other === undefined) {
      if (typeof need === 'string') return `"${id}" requires "${otherId}" ${range}, which is not configured`
      continue
    }
    if (!semver.satisfies(other.definition.version, range))
      return `"${id}" requires "${otherId}" ${range}, found ${other.definition.version}`
  }
  return undefined
}

/** Leaves out optional plugins whose requirements are not met, and then those that required them. */
function withoutUnmet(plugins: readonly FoundPlugin[], leftOut: LeftOut[]): readonly FoundPlugin[] {
  const byId = new Map<string, FoundPlugin>()
  for (const plugin of plugins) {
    if (byId.has(plugin.definition.id)) throw new BootError(`two plugins are called "${plugin.definition.id}"`)
    byId.set(plugin.definition.id, plugin)
  }
  for (let changed = true; changed;) {
    changed = false
    for (const plugin of byId.values()) {
      const reason = obstacle(plugin, byId)
      if (reason === undefined) continue
      if (plugin.optional !== true) throw new BootError(reason)
      byId.delete(plugin.definition.id)
      leftOut.push({ id: plugin.definition.id, reason })
      changed = true
    }
  }
  return [...byId.values()]
}

/**
 * Plugins after those that they require; otherwise in the order given.
 * @param leftOut - receives the optional plugins that cannot start
 * @throws BootError that names what is missing, which version was found, or the way round a circle
 */
export function order(plugins: readonly FoundPlugin[], leftOut: LeftOut[] = []): readonly FoundPlugin[] {
  const possible = withoutUnmet(plugins, leftOut)
  const byId = new Map(possible.map((plugin) => [plugin.definition.id, plugin]))
  const sorted = new Set<FoundPlugin>()
  const path: string[] = []
  const visit = (plugin: FoundPlugin): void => {
    if (sorted.has(plugin)) return
    const { id, requires } = plugin.definition
    if (path.includes(id))
      throw new BootError(`plugins require each other in a circle: ${[...path.slice(path.indexOf(id)), id].join(' → ')}`)
    path.push(id)
    for (const otherId of Object.keys(requires?.plugins ?? {})) {
      const other = byId.get(otherId)
      if (other !== undefined) visit(other)
    }
    path.pop()
    sorted.add(plugin)
  }
  for (const plugin of possible) if (plugin.builtIn) visit(plugin)
  for (const plugin of possible) visit(plugin)
  return [...sorted]
}
