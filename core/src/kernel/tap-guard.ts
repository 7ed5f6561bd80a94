import { type AnyHook, defineProblem, isProblem } from '@liaison/sdk'
import type { LoadedPlugin } from './kernel.ts'
import type { TimeBudget } from './time-budget.ts'

/** A guard could not say yes or no; what it guards is refused until it can. */
export const guardFailed = defineProblem('guard-failed', 503, {
  'zh-CN': '安全检查暂时不可用，请稍后再试',
  en: 'A safety check is not available, try again later',
})

export type TapDone = (error: unknown, answer: unknown) => void
export type GuardedTap = (payload: unknown, done: TapDone) => void

export interface TapGuardOptions {
  readonly plugin: LoadedPlugin
  readonly hook: AnyHook
  readonly listener: (payload: never) => unknown
  readonly budget: TimeBudget
  /** Remembers a fault; may switch the plugin off. */
  fault(plugin: LoadedPlugin, hook: AnyHook, error: unknown): void
  /** Whether the module is off for a person */
  isOffFor?: ((plugin: LoadedPlugin, personId: string) => boolean | Promise<boolean>) | undefined
}

const isThenable = (value: unknown): value is PromiseLike<unknown> => typeof (value as { then?: unknown } | undefined)?.then === 'function'

/** Whom the tap would be passed over for: what happens is somebody's, and nothing is guarded. */
const whoseOf = ({ plugin, hook }: TapGuardOptions) =>
  plugin.builtIn || hook.guards || hook.actsFor === undefined ? undefined : (hook.actsFor as (payload: unknown) => string)

/**
 * The wrap that every tap gets: it knows whose it is, may be switched off, has a time budget, and its failure stays its own. A
 * guard fails closed, also when its plugin was switched off for its faults, and guards those, too, for whom its module is off.
 * Answers at once when the listener does.
 */
export function guardTap(options: TapGuardOptions): GuardedTap {
  const { plugin, hook, listener, budget, fault, isOffFor } = options
  const whose = isOffFor === undefined ? undefined : whoseOf(options)
  const nothing = (payload: unknown) => (hook.kind === 'change' ? payload : undefined)
  const settle = (payload: unknown, answer: unknown) => (answer === undefined && hook.kind === 'change' ? payload : answer)

  const fail = (payload: unknown, error: unknown, done: TapDone): void => {
    if (hook.guards && isProblem(error)) return done(error, undefined) // a guard's own "no"
    fault(plugin, hook, error)
    if (hook.guards) return done(Object.assign(guardFailed({ hook: hook.name }), { cause: error }), undefined)
    done(null, nothing(payload))
  }

  return (payload, done) => {
    if (!plugin.enabled) {
      const suspended = hook.guards && plugin.faults.length > 0
      return suspended ? done(guardFailed({ hook: hook.name }), undefined) : done(null, nothing(payload))
    }
    if (whose === undefined || isOffFor === undefined) return ask(payload, done)
    const isOff = isOffFor(plugin, whose(payload))
    if (isOff === false) return ask(payload, done)
    if (isOff === true) return done(null, nothing(payload))
    isOff.then(
      (off) => (off ? done(null, nothing(payload)) : ask(payload, done)),
      (error: unknown) => fail(payload, error, done),
    )
  }

  function ask(payload: unknown, done: TapDone): void {
    let answer: unknown
    try {
      answer = listener(payload as never)
    } catch (error) {
      return fail(payload, error, done)
    }
    if (!isThenable(answer)) return done(null, settle(payload, answer))

    const inTime = budget.watch(hook.budgetMs, () =>
      fail(payload, new Error(`${plugin.definition.id} took longer than ${hook.budgetMs} ms on ${hook.name}`), done),
    )
    answer.then(
      (value) => {
        if (inTime()) done(null, settle(payload, value))
      },
      (error: unknown) => {
        if (inTime()) fail(payload, error, done)
      },
    )
  }
}
