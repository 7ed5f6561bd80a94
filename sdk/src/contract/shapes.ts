import { type Static, type TSchema, Type } from 'typebox'

/** UUIDv7 of one of our things; the pattern takes every UUID version. */
export const Id = Type.String({
  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
  maxLength: 36,
  description: 'UUID, lower case',
})
export const Instant = Type.String({ format: 'date-time', maxLength: 40, description: 'UTC, RFC 3339' })

export const nullable = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()])

/** One page of a list: pass `next` back as `cursor`; it is null at the end. */
export const pageOf = <S extends TSchema>(item: S) => Type.Object({ items: Type.Array(item), next: nullable(Type.String()) })
/** The query members of every list. */
export const pageQuery = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  cursor: Type.Optional(Type.String({ maxLength: 500 })),
}
export interface Page<T> {
  readonly items: readonly T[]
  readonly next: string | null
}

/** Free text: not blank, no control characters other than tab and line ends, no lone surrogates; stored exactly as sent. */
export const text = (maxLength: number, options: { description?: string } = {}) =>
  Type.String({ minLength: 1, maxLength, format: 'text', ...options })

/** A person as others see him, wherever a name is shown. */
export const PersonSummary = Type.Object({
  id: Id,
  name: Type.String(),
  kind: Type.Enum(['internal', 'external']),
  /** Department, or the company of an outside person */
  affiliation: nullable(Type.String()),
  disabled: Type.Boolean(),
})
export type PersonSummary = Static<typeof PersonSummary>
