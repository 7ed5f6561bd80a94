import type { JsonSchema } from '../kernel/closed-schema.ts'

type Reader = (text: unknown) => unknown

/** Numbers as JSON writes them: no blanks, no signs in front, no other bases. */
const asInteger: Reader = (text) => (typeof text === 'string' && /^(0|-?[1-9]\d{0,15})$/.test(text) ? Number(text) : text)
const asNumber: Reader = (text) => (typeof text === 'string' && /^-?(0|[1-9]\d{0,15})(\.\d{1,15})?$/.test(text) ? Number(text) : text)
const asBoolean: Reader = (text) => (text === 'true' ? true : text === 'false' ? false : text)
const readers: Readonly<Record<string, Reader>> = { integer: asInteger, number: asNumber, boolean: asBoolean }

function readerOf(schema: JsonSchema): Reader | undefined {
  const type = schema['type']
  if (type !== 'array') return readers[type as string]
  const read = readerOf((schema['items'] ?? {}) as JsonSchema) ?? ((text: unknown) => text)
  return (value) => (Array.isArray(value) ? value.map(read) : [read(value)])
}

/**
 * Addresses carry text only. What this returns makes a copy in which members that the schema says are numbers, booleans or lists
 * are that; what cannot be read stays as it is, for the check to refuse.
 */
export function addressReader(schema: JsonSchema): (value: unknown) => object {
  const members = Object.entries((schema['properties'] ?? {}) as Record<string, JsonSchema>).flatMap(([name, member]) => {
    const read = readerOf(member)
    return read === undefined ? [] : [[name, read] as const]
  })
  return (value) => {
    const input: Record<string, unknown> = { ...(value as object | undefined) }
    for (const [name, read] of members) if (input[name] !== undefined) input[name] = read(input[name])
    return input
  }
}
