import type { AnyOperation } from '@liaison/sdk'
import fc from 'fast-check'
import { fitting, membersOf, type Schema, unfitting } from './schema-arbitrary.ts'

export interface TestRequest {
  readonly method: string
  readonly url: string
  readonly body?: unknown
}

const schemaOf = (schema: object | undefined): Schema | undefined =>
  schema === undefined ? undefined : (JSON.parse(JSON.stringify(schema)) as Schema)

const hostileText = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '0',
    '-1',
    '1e9',
    'null',
    'undefined',
    '%',
    "' or 1=1 --",
    '../../etc/passwd',
    '<script>',
    '\u0000',
    '\ud83d',
    '你好',
    'x'.repeat(150),
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
)

const encoded = (text: string): string => encodeURIComponent(text.toWellFormed()).replaceAll('.', '%2E') || '%20'

function addressOf(path: string, params: Readonly<Record<string, unknown>>, query: readonly (readonly [string, string])[]): string {
  const filled = path.replaceAll(/:([A-Za-z]+)/g, (_, name: string) => encoded(String(params[name])))
  return `/api${filled}${query.length === 0 ? '' : `?${query.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&')}`}`
}

const texts = (value: unknown): [string, string][] =>
  Object.entries((value ?? {}) as Record<string, unknown>).flatMap(([name, member]) =>
    Array.isArray(member) ? member.map((one): [string, string] => [name, String(one)]) : [[name, String(member)] as [string, string]],
  )

/** Requests for an operation that are right in form. */
export function rightRequests({ method, path, schema }: AnyOperation): fc.Arbitrary<TestRequest> {
  const part = (given: object | undefined) => (given === undefined ? fc.constant(undefined) : fitting(schemaOf(given)!))
  return fc.tuple(part(schema.params), part(schema.query), part(schema.body)).map(([params, query, body]) => ({
    method,
    url: addressOf(path, (params ?? {}) as Record<string, unknown>, texts(query)),
    ...(body !== undefined && { body }),
  }))
}

/** Requests for an operation with exactly one part wrong. */
export function wrongRequests(operation: AnyOperation): fc.Arbitrary<TestRequest> {
  const { method, path, schema } = operation
  const right = rightRequests(operation)
  const withQuery = (request: TestRequest, text: string): TestRequest => ({
    ...request,
    url: `${request.url}${request.url.includes('?') ? '&' : '?'}${text}`,
  })
  const kinds: fc.Arbitrary<TestRequest>[] = [
    fc.tuple(right, hostileText).map(([request, text]) => withQuery(request, `unknownMember=${encoded(text)}`)),
    right.map((request) => ({ ...request, url: `${request.url.split('?')[0]!}?limit=1&limit=2` })),
  ]
  const query = schemaOf(schema.query)
  const numbers = Object.entries(membersOf(query)).filter(([, member]) => member['type'] === 'integer')
  if (numbers.length > 0)
    kinds.push(
      fc
        .tuple(right, fc.constantFrom(...numbers), fc.constantFrom('', ' ', 'x', '0.5', '-99999999', '1e300', 'null'))
        .map(([request, [name], text]) => ({ ...request, url: `${request.url.split('?')[0]!}?${name}=${encoded(text)}` })),
    )
  const params = Object.entries(membersOf(schemaOf(schema.params)))
  const bound = params.filter(([, member]) => member['pattern'] !== undefined)
  if (bound.length > 0) {
    kinds.push(
      fc.tuple(right, hostileText, fc.constantFrom(...bound)).map(([request, text, [name]]) => {
        const values = Object.fromEntries(params.map(([other]) => [other, other === name ? text : '01890000-0000-7000-8000-000000000000']))
        return { ...request, url: addressOf(path, values, []) }
      }),
    )
  }
  if (method !== 'GET') {
    const body = schemaOf(schema.body)
    const wrong = body === undefined ? fc.oneof(fc.constantFrom<unknown>({ unknownMember: 1 }, [1], 'text', 7, null)) : unfitting(body)
    kinds.push(fc.tuple(right, wrong).map(([request, value]) => ({ ...request, body: value })))
    kinds.push(
      fc
        .tuple(right, fc.constantFrom('{', '{"a":', '[1,', 'nonsense', '{"a":1}}', '\u0000'))
        .map(([request, text]) => ({ ...request, body: { '~raw': text } })),
    )
  }
  return fc.oneof(...kinds)
}
