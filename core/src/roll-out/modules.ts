import { notFound, type LocalizedText } from '@liaison/sdk'
import type { Kernel } from '../kernel/kernel.ts'

/** Something that can be rolled out. */
export interface Rollable {
  /** Id of the module, or key of the feature */
  readonly key: string
  readonly kind: 'module' | 'feature'
  readonly moduleId: string
  readonly title: LocalizedText
  readonly summary: LocalizedText | undefined
  readonly running: boolean
}

/** Every module of this server, each followed by its features; the core's own rooms are always on. */
export function rollables({ plugins }: Pick<Kernel, 'plugins'>): readonly Rollable[] {
  return [...plugins.values()].flatMap(({ builtIn, enabled, definition: { id, title, summary, features = [] } }) => {
    if (builtIn) return []
    const common = { moduleId: id, running: enabled }
    return [
      { ...common, key: id, kind: 'module' as const, title, summary },
      ...features.map((feature) => ({
        ...common,
        ...{ key: feature.key, kind: 'feature' as const, title: feature.title, summary: feature.summary },
      })),
    ]
  })
}

/** @throws notFound (404) */
export function rollable(kernel: Pick<Kernel, 'plugins'>, key: string): Rollable {
  const found = rollables(kernel).find((one) => one.key === key)
  if (found === undefined) throw notFound()
  return found
}
