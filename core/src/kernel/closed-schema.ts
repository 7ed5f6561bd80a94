/** A JSON Schema as plain data. */
export type JsonSchema = { readonly [key: string]: unknown }

const isObject = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null && !Array.isArray(value)

/** One object schema that says what all of `allOf` say together; anything else stays as it is. */
function merged(schema: JsonSchema): JsonSchema {
  const parts = schema['allOf']
  if (!Array.isArray(parts) || !parts.every((part) => isObject(part) && part['type'] === 'object')) return schema
  const { allOf: _, ...rest } = schema
  const all = [rest, ...(parts as JsonSchema[]).map(merged)]
  return {
    ...rest,
    type: 'object',
    properties: Object.assign({}, ...all.map((part) => part['properties'])) as unknown,
    required: [...new Set(all.flatMap((part) => (part['required'] as string[] | undefined) ?? []))],
  }
}

/**
 * A copy in which no object takes members that its schema does not name, at any depth.
 * @param refine - may narrow each schema further
 */
export function closed(schema: object, refine: (schema: JsonSchema) => JsonSchema = (same) => same): JsonSchema {
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk)
    if (!isObject(value)) return value
    return close(value)
  }
  const close = (given: JsonSchema): JsonSchema => {
    const copy: Record<string, unknown> = {}
    for (const [key, value] of Object.entries(merged(given))) {
      if (key === 'properties' || key === 'patternProperties' || key === '$defs')
        copy[key] = Object.fromEntries(Object.entries(value as object).map(([name, member]) => [name, walk(member)]))
      else copy[key] = key === 'default' || key === 'const' || key === 'enum' || key === 'examples' ? value : walk(value)
    }
    if (copy['type'] === 'object' && copy['additionalProperties'] === undefined) copy['additionalProperties'] = false
    return refine(copy)
  }
  return close(schema as JsonSchema)
}
