import { type AnyOperation, type InputError, invalidInput } from '@liaison/sdk'
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import { closed, type JsonSchema } from '../kernel/closed-schema.ts'
import { addressReader } from './address-reader.ts'
import { isInstant, isStorable, isText } from './formats.ts'

type Part = 'params' | 'query' | 'body'
export interface CheckedInput {
  readonly params: unknown
  readonly query: unknown
  readonly body: unknown
}
interface Given {
  readonly params?: unknown
  readonly query?: unknown
  readonly body?: unknown
}

const ajv = new Ajv({ strict: true, strictRequired: false, allowUnionTypes: true, allErrors: false, useDefaults: true })
addFormats.default(ajv)
ajv.addFormat('text', { type: 'string', validate: isText })
ajv.addFormat('storable', { type: 'string', validate: isStorable })
ajv.addFormat('date-time', { type: 'string', validate: isInstant })

/** What the databases could not keep is no input, whatever a schema forgot to say. */
function bounded(schema: JsonSchema): JsonSchema {
  if (schema['type'] === 'string' && schema['format'] === undefined && schema['enum'] === undefined)
    return { ...schema, format: 'storable' }
  if (schema['type'] === 'integer') return { minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER, ...schema }
  return schema
}

const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1')

function inputError(part: Part, { instancePath, keyword, params, message }: ErrorObject): InputError {
  const own =
    keyword === 'additionalProperties'
      ? `/${escaped(params['additionalProperty'] as string)}`
      : keyword === 'required'
        ? `/${escaped(params['missingProperty'] as string)}`
        : ''
  const meaning =
    keyword === 'additionalProperties'
      ? 'unknown member'
      : keyword === 'required'
        ? 'is required'
        : keyword === 'format' && params['format'] === 'storable'
          ? 'must not contain NUL or lone surrogates'
          : message
  return { pointer: `/${part}${instancePath}${own}`, message: meaning ?? keyword }
}

/** One for each place: the branches of a union all complain of the same one. */
function inputErrors(part: Part, errors: readonly ErrorObject[]): readonly InputError[] {
  const byPointer = new Map<string, InputError>()
  for (const error of errors) {
    const told = inputError(part, error)
    if (!byPointer.has(told.pointer)) byPointer.set(told.pointer, told)
  }
  return [...byPointer.values()]
}

const isEmpty = (value: unknown): boolean => {
  if (value === undefined) return true
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  for (const _ in value) return false
  return true
}

function refuseAny(part: Part, value: unknown): void {
  if (isEmpty(value)) return
  const [name] = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : []
  throw invalidInput({
    errors: [
      {
        pointer: name === undefined ? `/${part}` : `/${part}/${escaped(name)}`,
        message: name === undefined ? 'nothing is expected here' : 'unknown member',
      },
    ],
  })
}

function partCheck(part: Part, schema: object | undefined): (value: unknown) => unknown {
  if (schema === undefined) {
    return (value) => {
      refuseAny(part, value)
      return {}
    }
  }
  const closedSchema = closed(schema, bounded)
  const validate: ValidateFunction = ajv.compile(closedSchema)
  const read = part === 'body' ? (value: unknown) => (value === undefined ? {} : value) : addressReader(closedSchema)
  return (value) => {
    const input = read(value)
    if (validate(input)) return input
    throw invalidInput({ errors: inputErrors(part, validate.errors!) })
  }
}

/**
 * Compiles the check of an operation's input. What it returns throws `invalidInput` (400) that names the place; unknown members
 * are refused at any depth; defaults are filled in, numbers in addresses are read.
 */
export function inputCheck({ schema }: AnyOperation): (given: Given) => CheckedInput {
  const params = partCheck('params', schema.params)
  const query = partCheck('query', schema.query)
  const body = partCheck('body', schema.body)
  return (given) => ({ params: params(given.params), query: query(given.query), body: body(given.body) })
}
