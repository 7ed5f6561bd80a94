import fc from 'fast-check'

export type Schema = Readonly<Record<string, unknown>>
export const membersOf = (schema: Schema | undefined): Readonly<Record<string, Schema>> =>
  (schema?.['properties'] ?? {}) as Record<string, Schema>
const requiredOf = (schema: Schema): readonly string[] => (schema['required'] ?? []) as string[]
const numberOf = (schema: Schema, name: string, otherwise: number): number => (typeof schema[name] === 'number' ? schema[name] : otherwise)

const instants = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())

function strings(schema: Schema): fc.Arbitrary<string> {
  const minLength = numberOf(schema, 'minLength', 0)
  const maxLength = Math.min(numberOf(schema, 'maxLength', 40), 60)
  if (schema['format'] === 'date-time') return instants
  if (schema['format'] === 'email') return fc.emailAddress()
  if (typeof schema['pattern'] === 'string')
    return fc.stringMatching(new RegExp(schema['pattern'])).filter((text) => text.length <= numberOf(schema, 'maxLength', Infinity))
  return fc
    .string({ unit: fc.constantFrom('a', 'b', 'c', '你', '好', ' ', 'Ä', 'Ж'), minLength, maxLength })
    .map((text) => (text.trim() === '' ? 'x'.repeat(Math.max(minLength, 1)) : text))
}

/** What fits a schema. */
export function fitting(schema: Schema): fc.Arbitrary<unknown> {
  if (schema['enum'] !== undefined) return fc.constantFrom(...(schema['enum'] as unknown[]))
  if (schema['const'] !== undefined) return fc.constant(schema['const'])
  if (schema['anyOf'] !== undefined) return fc.oneof(...(schema['anyOf'] as Schema[]).map(fitting))
  switch (schema['type']) {
    case 'string':
      return strings(schema)
    case 'integer':
      return fc.integer({ min: numberOf(schema, 'minimum', -1_000), max: numberOf(schema, 'maximum', 1_000) })
    case 'number':
      return fc.double({ min: numberOf(schema, 'minimum', -1_000), max: numberOf(schema, 'maximum', 1_000), noNaN: true })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array':
      return fc
        .array(fitting(schema['items'] as Schema), {
          minLength: numberOf(schema, 'minItems', 0),
          maxLength: Math.min(numberOf(schema, 'maxItems', 4), 4),
        })
        .map((items) => (schema['uniqueItems'] === true ? [...new Set(items)] : items))
    case 'object':
      return objects(schema)
    default:
      return fc.jsonValue()
  }
}

function objects(schema: Schema): fc.Arbitrary<Record<string, unknown>> {
  const members = Object.entries(membersOf(schema)).map(([name, member]) => [name, fitting(member)] as const)
  const records = schema['patternProperties'] as Record<string, Schema> | undefined
  if (records !== undefined)
    return fc.dictionary(
      fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 3 }),
      fitting(Object.values(records)[0]!),
    )
  return fc.record(Object.fromEntries(members), { requiredKeys: requiredOf(schema) as never[] })
}

type Kind = 'string' | 'number' | 'boolean' | 'null' | 'array' | 'object'
const samples: Readonly<Record<Kind, unknown>> = {
  string: 'wrong',
  number: 7.5,
  boolean: true,
  null: null,
  array: [[]],
  object: { wrong: {} },
}

function kindsOf(schema: Schema): ReadonlySet<Kind> {
  if (schema['anyOf'] !== undefined) return new Set((schema['anyOf'] as Schema[]).flatMap((part) => [...kindsOf(part)]))
  const values = schema['enum'] ?? (schema['const'] === undefined ? undefined : [schema['const']])
  if (values !== undefined) return new Set((values as unknown[]).map((value) => (value === null ? 'null' : (typeof value as Kind))))
  const type = schema['type'] as string | undefined
  if (type === undefined) return new Set(Object.keys(samples) as Kind[])
  return new Set([type === 'integer' ? 'number' : (type as Kind)])
}

/** Values of kinds that a schema does not take, and values just beyond its bounds. */
function misfits(schema: Schema): readonly unknown[] {
  const kinds = kindsOf(schema)
  const wrong: unknown[] = (Object.keys(samples) as Kind[]).filter((kind) => !kinds.has(kind)).map((kind) => samples[kind])
  if (kinds.has('string')) {
    wrong.push('\ud800', 'a\u0000b', 'x'.repeat(100_000))
    if (schema['format'] === 'text') wrong.push('', ' ', '\u200b', 'a\u0007')
    if (schema['format'] === 'date-time') wrong.push('2026-02-30T00:00:00Z', 'today')
    if (typeof schema['pattern'] === 'string') wrong.push('', '\n')
  }
  if (schema['type'] === 'integer')
    wrong.push(0.5, 1e300, numberOf(schema, 'minimum', -1e15) - 1e6, numberOf(schema, 'maximum', 1e15) + 1e6)
  if (schema['maxItems'] !== undefined) wrong.push(Array.from({ length: numberOf(schema, 'maxItems', 0) + 1 }, () => ({})))
  return wrong.filter((value) => !takes(schema, value))
}

/** Only as far as it is needed to keep a misfit from fitting by chance. */
function takes(schema: Schema, value: unknown): boolean {
  if (schema['anyOf'] !== undefined) return (schema['anyOf'] as Schema[]).some((part) => takes(part, value))
  if (schema['enum'] !== undefined) return (schema['enum'] as unknown[]).includes(value)
  if (schema['const'] !== undefined) return schema['const'] === value
  if (typeof value === 'string' && schema['type'] === 'string') {
    if (!value.isWellFormed() || value.includes('\u0000')) return false
    if (value.length > 99_999) return schema['maxLength'] === undefined
    if (schema['format'] !== undefined) return false
    return schema['pattern'] === undefined || new RegExp(schema['pattern'] as string).test(value)
  }
  if (typeof value === 'number' && schema['type'] === 'integer')
    return Number.isSafeInteger(value) && value >= numberOf(schema, 'minimum', -Infinity) && value <= numberOf(schema, 'maximum', Infinity)
  return schema['type'] === undefined
}

/** Objects that do not fit: a member unknown, missing, of the wrong kind or beyond its bounds; or no object at all. */
export function unfitting(schema: Schema): fc.Arbitrary<unknown> {
  const fit = objects(schema)
  const required = requiredOf(schema)
  const spoilt = Object.entries(membersOf(schema)).flatMap(([name, member]) => misfits(member).map((value) => ({ name, value })))
  return fc.oneof(
    fc.tuple(fit, fc.jsonValue()).map(([value, extra]) => ({ ...value, unknownMember: extra })),
    fc.constantFrom<unknown>(null, [], 'text', 7, false, [{}]),
    ...(required.length > 0
      ? [
          fc
            .tuple(fit, fc.constantFrom(...required))
            .map(([value, name]) => Object.fromEntries(Object.entries(value).filter(([key]) => key !== name))),
        ]
      : []),
    ...(spoilt.length > 0
      ? [fc.tuple(fit, fc.constantFrom(...spoilt)).map(([value, { name, value: wrong }]) => ({ ...value, [name]: wrong }))]
      : []),
  )
}
