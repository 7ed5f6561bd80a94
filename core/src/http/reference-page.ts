import type { FastifyInstance } from 'fastify'
import type { Kernel } from '../kernel/kernel.ts'
import { type OpenApiFacts, openApiOf } from './openapi.ts'
import { referenceStyles } from './reference-styles.ts'
import type { Headers } from './security-headers.ts'

type Json = Readonly<Record<string, unknown>>
type Parameter = {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly description?: string
  readonly schema: Json
}
interface Described {
  readonly operationId: string
  readonly summary: string
  readonly description: string
  readonly tags: readonly string[]
  readonly parameters: readonly Parameter[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Json }>> }
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content?: Readonly<Record<string, { readonly schema: Json }>> }>
  >
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: unknown): string => String(text).replaceAll(/[&<>"']/g, (character) => entities[character]!)

const block = (title: string, schema: Json | undefined): string =>
  schema === undefined
    ? ''
    : `<details><summary>${escaped(title)}</summary><pre tabindex="0">${escaped(JSON.stringify(schema, null, 2))}</pre></details>`

function parameterTable(parameters: readonly Parameter[]): string {
  if (parameters.length === 0) return ''
  const rows = parameters.map(
    ({ name, in: place, required, description, schema }) =>
      `<tr><td><code>${escaped(name)}</code>${required === true ? ' <em>required</em>' : ''}</td><td>${escaped(place)}</td><td>${escaped(description ?? '')} <code>${escaped(JSON.stringify(schema))}</code></td></tr>`,
  )
  return `<table><thead><tr><th scope="col">Name</th><th scope="col">In</th><th scope="col">What</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
}

function section(
  method: string,
  path: string,
  { operationId, summary, description, parameters, requestBody, responses }: Described,
): string {
  const replies = Object.entries(responses).map(([status, { description: what, content }]) => {
    const [type, media] = Object.entries(content ?? {})[0] ?? []
    return `<li><strong>${escaped(status)}</strong> ${escaped(what)}${type === 'application/json' ? block('Body of the reply', media?.schema) : ''}</li>`
  })
  return `<section id="${escaped(operationId)}">
<h3><span class="method ${method}">${method.toUpperCase()}</span> <code>${escaped(path)}</code></h3>
<p>${escaped(summary)}. ${escaped(description)} <a href="#${escaped(operationId)}" aria-label="Link to ${escaped(operationId)}">#</a></p>
${parameterTable(parameters)}${block('Body of the request', requestBody?.content['application/json']?.schema)}<ul>${replies.join('')}</ul>
</section>`
}

function page(document: Json): string {
  const { info, tags, paths } = document as unknown as {
    info: { title: string; version: string }
    tags: readonly { name: string; description: string }[]
    paths: Readonly<Record<string, Readonly<Record<string, Described>>>>
  }
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({ path, method, described })),
  )
  const groups = tags.map(({ name, description }) => {
    const own = all.filter(({ described }) => described.tags.includes(name))
    return { name, description, body: own.map(({ path, method, described }) => section(method, path, described)).join('\n') }
  })
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(info.title)} API</title><link rel="stylesheet" href="/api/reference.css"></head>
<body>
<header><h1>${escaped(info.title)} API <small>${escaped(info.version)}</small></h1><p>The same as <a href="/api/openapi.json">openapi.json</a> (OpenAPI 3.1), for people.</p></header>
<nav aria-label="Modules"><ul>${groups.map(({ name, description }) => `<li><a href="#module-${escaped(name)}">${escaped(description)}</a></li>`).join('')}</ul></nav>
<main>${groups.map(({ name, description, body }) => `<h2 id="module-${escaped(name)}">${escaped(description)}</h2>\n${body}`).join('\n')}</main>
</body>
</html>`
}

/** `/api/openapi.json`, and `/api/reference`: the same to read, without a script. Made anew for each reader: modules come and go. */
export function addReference(
  app: FastifyInstance,
  kernel: Kernel,
  facts: OpenApiFacts,
  headers: { readonly data: Headers; readonly page: Headers },
): void {
  app.get('/api/openapi.json', (_request, reply) =>
    reply
      .headers(headers.data)
      .type('application/json; charset=utf-8')
      .send(JSON.stringify(openApiOf(kernel, facts))),
  )
  app.get('/api/reference', (_request, reply) =>
    reply
      .headers(headers.page)
      .type('text/html; charset=utf-8')
      .send(page(openApiOf(kernel, facts))),
  )
  app.get('/api/reference.css', (_request, reply) =>
    reply
      .headers({ ...headers.page, 'cache-control': 'public, max-age=3600' })
      .type('text/css; charset=utf-8')
      .send(referenceStyles),
  )
}
