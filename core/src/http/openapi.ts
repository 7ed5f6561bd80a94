import { type AnyOperation, forbidden, invalidInput, moduleNotEnabled, type ProblemKind, signInNeeded, tooManyRequests } from '@liaison/sdk'
import { closed, type JsonSchema } from '../kernel/closed-schema.ts'
import type { Kernel } from '../kernel/kernel.ts'
import { sessionCookie } from './sessions.ts'

export interface OpenApiFacts {
  readonly name: string
  readonly version: string
  readonly publicUrl: string | undefined
}
type Json = Readonly<Record<string, unknown>>

const problemSchema = {
  type: 'object',
  description: 'RFC 9457',
  required: ['type', 'title', 'status', 'traceId'],
  properties: {
    type: { type: 'string', description: 'urn:liaison:problem:<kind>: branch on this, never on text' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    traceId: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: { pointer: { type: 'string', description: 'JSON pointer into {params, query, body}' }, message: { type: 'string' } },
      },
    },
  },
}

/** Problems that an operation may answer whatever it does, by how it is guarded. */
function commonProblems({ access, schema }: AnyOperation): readonly ProblemKind[] {
  return [
    ...(schema.params !== undefined || schema.query !== undefined || schema.body !== undefined ? [invalidInput] : []),
    ...(access === 'public' ? [] : [signInNeeded]),
    ...(access === undefined ? [forbidden] : []),
    moduleNotEnabled,
    tooManyRequests,
  ]
}

function problemResponses(operation: AnyOperation): Json {
  const kinds = new Map([...commonProblems(operation), ...operation.problems].map((kind) => [kind.type, kind]))
  const byStatus = Map.groupBy(kinds.values(), ({ status }) => status)
  return Object.fromEntries(
    [...byStatus].map(([status, some]) => [
      String(status),
      {
        description: some.map(({ type, title }) => `${title.en} (\`${type}\`)`).join('; '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  )
}

function parametersOf({ schema, method }: AnyOperation): readonly Json[] {
  const from = (place: 'path' | 'query', part: { properties?: object; required?: readonly string[] } | undefined) =>
    Object.entries(part?.properties ?? {}).map(([name, member]) => ({
      name,
      in: place,
      required: place === 'path' || (part?.required?.includes(name) ?? false),
      ...((member as { description?: string }).description !== undefined && {
        description: (member as { description?: string }).description,
      }),
      schema: closed(member as object),
    }))
  const headers = [
    ...(method === 'POST'
      ? [
          {
            name: 'Idempotency-Key',
            in: 'header',
            description: 'The same key again answers with the first reply, for 24 hours',
            schema: { type: 'string', maxLength: 200 },
          },
        ]
      : []),
    ...(method === 'PATCH' || method === 'PUT'
      ? [
          {
            name: 'If-Match',
            in: 'header',
            description: 'ETag of the thing as it was read; 412 when somebody changed it',
            schema: { type: 'string' },
          },
        ]
      : []),
  ]
  return [...from('path', schema.params), ...from('query', schema.query), ...headers]
}

function described(operation: AnyOperation, tag: string): Json {
  const { id, summary, permission, access, status, schema } = operation
  return {
    operationId: id,
    tags: [tag],
    summary: summary ?? id,
    description:
      permission === undefined
        ? access === 'public'
          ? 'For everybody.'
          : 'For everybody who is signed in.'
        : `Needs the permission \`${permission.key}\` (${permission.title.en}).`,
    parameters: parametersOf(operation),
    ...(schema.body !== undefined && { requestBody: { required: true, content: { 'application/json': { schema: closed(schema.body) } } } }),
    responses: {
      [String(status)]:
        schema.reply === undefined
          ? { description: 'Done' }
          : { description: 'Done', content: { 'application/json': { schema: plain(schema.reply) } } },
      ...problemResponses(operation),
    },
    ...(access === 'public' ? { security: [] } : {}),
    ...(permission !== undefined && { 'x-permission': permission.key }),
  }
}

/** As declared; a reply may have more members in later versions, so it is not closed. */
const plain = (schema: object): JsonSchema => JSON.parse(JSON.stringify(schema)) as JsonSchema

const usesFormatText =
  'Free text with the format `text` is not blank, has no control characters but tab and line ends, and is stored exactly as sent.'

/** The OpenAPI 3.1 document of everything that is bound, in the order of the plugins. */
export function openApiOf(kernel: Kernel, { name, version, publicUrl }: OpenApiFacts): Json {
  const paths: Record<string, Record<string, Json>> = {}
  const tags: Json[] = []
  for (const [id, { definition, enabled }] of kernel.plugins) {
    const operations = (definition.operations ?? []) as readonly AnyOperation[]
    if (operations.length === 0 || !enabled) continue
    tags.push({ name: id, description: `${definition.title['zh-CN']} · ${definition.title.en}` })
    for (const operation of operations) {
      const path = `/api${operation.path.replaceAll(/:([A-Za-z]+)/g, '{$1}')}`
      ;(paths[path] ??= {})[operation.method.toLowerCase()] = described(operation, id)
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: name,
      version,
      description: `Errors are problem documents (RFC 9457). Lists answer \`{items, next}\`; pass \`next\` back as \`cursor\`. ${usesFormatText}`,
    },
    servers: [{ url: publicUrl ?? '/' }],
    tags,
    paths,
    components: {
      schemas: { Problem: problemSchema },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: sessionCookie },
        token: { type: 'http', scheme: 'bearer', description: 'An API token' },
      },
    },
    security: [{ session: [] }, { token: [] }],
  }
}
