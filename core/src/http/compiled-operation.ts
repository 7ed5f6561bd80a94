import type { AnyOperation } from '@liaison/sdk'
import type { AppendHandler, Handler, PreparedHandler } from '@liaison/sdk/server'
import type { Bound, LoadedPlugin } from '../kernel/kernel.ts'
import { type CheckedInput, inputCheck } from './input-check.ts'
import { replyWriter } from './reply-writer.ts'

// oxlint-disable typescript/no-explicit-any -- resolved where `bind` was called
export type PlainSteps = Handler<any, any, any, any, any>
export type PreparedSteps = PreparedHandler<any, any, any, any, any, any>
export type AppendSteps = AppendHandler<any, any, any, any, any, any, any>
// oxlint-enable typescript/no-explicit-any

/** A bound operation with everything that can be worked out once. */
export interface CompiledOperation {
  readonly id: string
  readonly plugin: LoadedPlugin
  readonly operation: AnyOperation
  readonly reads: boolean
  readonly permissionKey: string | undefined
  readonly featureKey: string | undefined
  /** Whoever performs it works with the module. */
  readonly counts: boolean
  readonly plain: PlainSteps | undefined
  readonly prepared: PreparedSteps | undefined
  readonly append: AppendSteps | undefined
  /** The reply has an integer `version`: it is the ETag. */
  readonly versioned: boolean
  readonly check: (given: { params?: unknown; query?: unknown; body?: unknown }) => CheckedInput
  readonly write: (body: unknown) => string
}

export function compileOperation({ plugin, binding: { operation, handler } }: Bound): CompiledOperation {
  const version = (operation.schema.reply as { properties?: Record<string, { type?: unknown }> } | undefined)?.properties?.['version']
  return {
    id: operation.id,
    plugin,
    operation,
    reads: operation.method === 'GET',
    permissionKey: operation.permission?.key,
    featureKey: operation.feature?.key,
    counts: !plugin.builtIn && operation.background !== true,
    plain: typeof handler === 'function' ? handler : undefined,
    prepared: typeof handler === 'object' && 'write' in handler ? handler : undefined,
    append: typeof handler === 'object' && 'append' in handler ? handler : undefined,
    versioned: version?.type === 'integer',
    check: inputCheck(operation),
    write: replyWriter(operation),
  }
}
