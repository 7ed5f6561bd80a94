import type { FastifyRequest } from 'fastify'
import { crossOrigin } from './problem-document.ts'

/**
 * Refuses what another site makes a browser send with our cookie. Browsers always say where a changing request comes from; who
 * says nothing is no browser, and holds no cookie that it was not given.
 * @throws crossOrigin (403)
 */
export function requireSameOrigin(request: FastifyRequest, publicUrl: string | undefined): void {
  const { origin, 'sec-fetch-site': site } = request.headers
  if (site === 'same-origin' || site === 'none') return
  if (origin !== undefined && isOurs(origin, request, publicUrl)) return
  if (site === undefined && origin === undefined) return
  throw crossOrigin()
}

/** Whether a page of this origin is one of ours: the public address, or the host that was asked. */
export function isOurs(origin: string, { host }: { readonly host: string }, publicUrl: string | undefined): boolean {
  if (publicUrl !== undefined && origin === publicUrl) return true
  return origin === `http://${host}` || origin === `https://${host}`
}
