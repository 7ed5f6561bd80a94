import { type InputError, isProblem, type Locale, type LocalizedText, type ProblemKind } from '@liaison/sdk'
import * as sdk from '@liaison/sdk'
import { isOutage } from '../data/outage.ts'
import type { Kernel } from '../kernel/kernel.ts'

/** `application/problem+json`, RFC 9457 */
export interface ProblemDocument {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail?: string
  readonly errors?: readonly InputError[]
  readonly traceId: string
  readonly [member: string]: unknown
}

const internal = sdk.defineProblem('internal', 500, { 'zh-CN': '服务器出错了，请稍后再试', en: 'Something went wrong on the server' })
const unavailable = sdk.defineProblem('unavailable', 503, {
  'zh-CN': '服务暂时不可用，请稍后再试',
  en: 'The service is out of order, try again shortly',
})
/** When it is worth trying again, s */
const retryAfter = 5
export const badRequest = sdk.defineProblem('bad-request', 400, { 'zh-CN': '请求有误', en: 'Bad request' })
export const tooLarge = sdk.defineProblem('too-large', 413, { 'zh-CN': '内容太大', en: 'Too large' })
export const unsupportedMedia = sdk.defineProblem('unsupported-media-type', 415, { 'zh-CN': '只接受 JSON', en: 'Only JSON is accepted' })
export const crossOrigin = sdk.defineProblem('cross-origin', 403, {
  'zh-CN': '不接受来自其他网站的请求',
  en: 'Requests from other sites are not accepted',
})
export const stopping = sdk.defineProblem('stopping', 503, {
  'zh-CN': '服务正在重启，请稍后再试',
  en: 'The server is stopping, try again shortly',
})

const isKind = (value: unknown): value is ProblemKind =>
  typeof value === 'function' && 'title' in value && 'type' in value && 'status' in value

/** Titles of all problems that the SDK, the core and the plugins declare, by type. */
export class ProblemTitles {
  readonly #titles = new Map<string, LocalizedText>()

  constructor(kernel: Pick<Kernel, 'plugins'>, own: readonly ProblemKind[]) {
    for (const kind of [
      ...Object.values(sdk).filter(isKind),
      ...own,
      internal,
      unavailable,
      badRequest,
      tooLarge,
      unsupportedMedia,
      crossOrigin,
      stopping,
    ])
      this.#add(kind)
    for (const { definition } of kernel.plugins.values()) {
      for (const kind of definition.problems ?? []) this.#add(kind)
      for (const operation of definition.operations ?? []) for (const kind of operation.problems) this.#add(kind)
    }
  }

  /** What a client is told about any error; a bug tells nothing but its trace id. */
  document(error: unknown, locale: Locale, traceId: string): ProblemDocument {
    const problem = isProblem(error) ? error : isOutage(error) ? unavailable({ retryAfter }) : internal()
    const title = this.#titles.get(problem.type)?.[locale] ?? problem.message
    return { ...problem.members, type: `urn:liaison:problem:${problem.type}`, title, status: problem.status, traceId }
  }

  #add({ type, title }: ProblemKind): void {
    this.#titles.set(type, title)
  }
}

/** The first language of `Accept-Language` that we speak; Chinese is the product's own. */
export function localeOf(header: string | undefined): Locale {
  for (const part of header?.split(',') ?? []) {
    const tag = part.trim().toLowerCase()
    if (tag.startsWith('zh')) return 'zh-CN'
    if (tag.startsWith('en')) return 'en'
  }
  return 'zh-CN'
}
