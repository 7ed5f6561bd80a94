type Schema = Readonly<Record<string, unknown>>

/** Something of the schema's kind is not for the walk to invent: say a body in the plugin's testing entry. */
export class NoLeastInput extends Error {}

/**
 * The least that a schema takes: required members only, the shortest text, the smallest number.
 * @throws NoLeastInput where a pattern leaves no guess
 */
export function leastInput(schema: unknown): unknown {
  const { type, const: fixed, enum: choices, anyOf, allOf } = schema as Schema
  if (fixed !== undefined) return fixed
  if (Array.isArray(choices)) return choices[0]
  if (Array.isArray(anyOf)) return leastInput(anyOf[0])
  if (Array.isArray(allOf)) return Object.assign({}, ...allOf.map((part: unknown) => leastInput(part) as object)) as unknown
  if (type === 'object') return leastObject(schema as Schema)
  if (type === 'array')
    return Array.from({ length: Number((schema as Schema)['minItems'] ?? 0) }, () => leastInput((schema as Schema)['items']))
  if (type === 'string') return leastText(schema as Schema)
  if (type === 'integer' || type === 'number') return leastNumber(schema as Schema)
  if (type === 'boolean') return false
  return null
}

function leastObject({ properties = {}, required = [], minProperties = 0 }: Schema): unknown {
  const members = properties as Readonly<Record<string, unknown>>
  const wanted = [...(required as readonly string[])]
  for (const name of Object.keys(members)) if (wanted.length < (minProperties as number) && !wanted.includes(name)) wanted.push(name)
  return Object.fromEntries(wanted.map((name) => [name, leastInput(members[name])]))
}

const formats: Readonly<Record<string, () => string>> = {
  'date-time': () => '2030-01-01T00:00:00.000Z',
  date: () => '2030-01-01',
  email: () => 'somebody@example.com',
  uri: () => 'https://example.com/',
  uuid: () => crypto.randomUUID(),
}

function leastText({ pattern, format, minLength = 1 }: Schema): string {
  const known = formats[String(format)]
  if (known) return known()
  const guesses = [crypto.randomUUID(), 'x'.repeat(Math.max(1, minLength as number)), '10000']
  const guess = guesses.find((one) => pattern === undefined || new RegExp(String(pattern), 'u').test(one))
  if (guess === undefined) throw new NoLeastInput(`nothing simple matches ${String(pattern)}`)
  return pattern === undefined ? guesses[1]! : guess
}

function leastNumber({ minimum, exclusiveMinimum }: Schema): number {
  if (typeof exclusiveMinimum === 'number') return exclusiveMinimum + 1
  return typeof minimum === 'number' ? minimum : 1
}
