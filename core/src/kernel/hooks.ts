import type { AnyHook, Hook, HookKind } from '@liaison/sdk'
import { AsyncParallelHook, AsyncSeriesBailHook, AsyncSeriesWaterfallHook } from 'tapable'
import { BootError } from './boot-error.ts'
import type { GuardedTap } from './tap-guard.ts'

type Tapable = AsyncSeriesWaterfallHook<[unknown]> | AsyncSeriesBailHook<[unknown], unknown> | AsyncParallelHook<[unknown]>

interface Declared {
  readonly hook: AnyHook
  readonly owner: string
  readonly tapable: Tapable
}

const tapableFor = (kind: HookKind): Tapable => {
  if (kind === 'change') return new AsyncSeriesWaterfallHook<[unknown]>(['payload'])
  if (kind === 'decide') return new AsyncSeriesBailHook<[unknown], unknown>(['payload'])
  return new AsyncParallelHook<[unknown]>(['payload'])
}

/** All declared hooks and who takes part in them. */
export class Hooks {
  readonly #declared = new Map<string, Declared>()

  declare(hook: AnyHook, owner: string): void {
    this.#declared.set(hook.name, { hook, owner, tapable: tapableFor(hook.kind) })
  }

  ownerOf(hook: AnyHook): string {
    return this.#find(hook).owner
  }

  tap(hook: AnyHook, pluginId: string, tap: GuardedTap): void {
    // `tapable` types one callback for all kinds; a tap of ours answers (error, answer) in each of them
    this.#find(hook).tapable.tapAsync(pluginId, tap as never)
  }

  /** The answer itself when every tap answers at once, else a promise of it. Throws, or rejects, with what a guard says. */
  fire<K extends HookKind, P, A>(hook: Hook<K, P, A>, payload: P): A | Promise<A> {
    let outcome: { readonly error: unknown; readonly answer: A } | undefined
    let settle: ((error: unknown, answer: A) => void) | undefined
    this.#find(hook).tapable.callAsync(payload, ((error: unknown, answer: A) => {
      if (settle === undefined) outcome = { error, answer }
      else settle(error, answer)
    }) as never)
    if (outcome !== undefined) {
      if (outcome.error) throw outcome.error as Error
      return outcome.answer
    }
    return new Promise<A>((resolve, reject) => {
      settle = (error, answer) => (error ? reject(error as Error) : resolve(answer))
    })
  }

  #find(hook: AnyHook): Declared {
    const declared = this.#declared.get(hook.name)
    if (declared === undefined) throw new BootError(`nobody declares the hook "${hook.name}"`)
    return declared
  }
}
