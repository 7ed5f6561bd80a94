import type { ErrorObject } from 'ajv'

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 80 ? `${text.slice(0, 77)}…` : text
}

/** One line for the person who wrote the configuration: the place, what was expected, what was found. */
export function placeOf({ instancePath, keyword, params, message, data }: ErrorObject, root = ''): string {
  const base = [
    root,
    ...instancePath
      .split('/')
      .slice(1)
      .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~')),
  ].filter((part) => part !== '')
  if (keyword === 'additionalProperties') return `${[...base, params['additionalProperty'] as string].join('.')}: unknown key`
  if (keyword === 'required') return `${[...base, params['missingProperty'] as string].join('.')}: expected, but it is missing`
  const allowed = keyword === 'enum' ? ` (${(params['allowedValues'] as unknown[]).map(shown).join(', ')})` : ''
  return `${base.join('.') || 'the configuration'}: ${message ?? keyword}${allowed}, found ${shown(data)}`
}
