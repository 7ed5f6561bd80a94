import type { AnyOperation } from '@liaison/sdk'
import build from 'fast-json-stringify'
import { closed, type JsonSchema } from '../kernel/closed-schema.ts'

type Written = (body: unknown) => string

const isNull = (schema: JsonSchema): boolean => schema['type'] === 'null'

/** `X | null` as `nullable: true`, which is written without trying both. Formats are the input's business, but for instants. */
function simplified(schema: JsonSchema): JsonSchema {
  const { anyOf } = schema
  if (Array.isArray(anyOf) && anyOf.length === 2 && anyOf.some((part: JsonSchema) => isNull(part))) {
    const kept = (anyOf as JsonSchema[]).find((part) => !isNull(part))
    if (kept !== undefined && typeof kept['type'] === 'string') return { ...kept, nullable: true }
  }
  const { pattern: _pattern, format, minLength: _minLength, maxLength: _maxLength, default: _default, ...rest } = schema
  return format === 'date-time' ? { ...rest, format } : rest
}

/**
 * Compiles the reply's JSON: exactly the members of the schema, whatever else the handler returned.
 * A missing member is an error of the handler.
 */
export function replyWriter({ schema }: AnyOperation): Written {
  if (schema.reply === undefined) return () => ''
  return build(closed(schema.reply, simplified) as never) as Written
}
