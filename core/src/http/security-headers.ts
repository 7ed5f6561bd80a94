import type { IncomingMessage, ServerResponse } from 'node:http'
import helmet, { type HelmetOptions } from 'helmet'

/** Names of the Trusted Types policies that our libraries make; a second copy of one of them fails, and that is our alarm. */
const trustedTypes = ['lit-html', 'dompurify', 'default', 'ProseMirrorClipboard', 'svelte-trusted-html']

const pageDirectives = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'connect-src': ["'self'"],
  'font-src': ["'self'"],
  'worker-src': ["'self'"],
  'manifest-src': ["'self'"],
  'media-src': ["'self'", 'blob:'],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'self'"],
  'require-trusted-types-for': ["'script'"],
  'trusted-types': trustedTypes,
}

export type Headers = Readonly<Record<string, string>>

const optionsFor = (secure: boolean): HelmetOptions => ({
  contentSecurityPolicy: { useDefaults: false, directives: pageDirectives },
  strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
  crossOriginOpenerPolicy: { policy: 'same-origin' },
  crossOriginResourcePolicy: { policy: 'same-origin' },
  originAgentCluster: true,
  referrerPolicy: { policy: 'same-origin' },
  xFrameOptions: { action: 'sameorigin' },
})

/**
 * The headers of every page, as helmet sets them. They are the same for all requests, so they are worked out once.
 * @param secure - browsers reach us by TLS
 */
export function pageHeaders(secure: boolean): Headers {
  const headers: Record<string, string> = {}
  const response = {
    setHeader: (name: string, value: string) => {
      headers[name.toLowerCase()] = value
    },
    removeHeader: () => undefined,
  }
  let failure: Error | undefined
  helmet(optionsFor(secure))({ headers: {} } as IncomingMessage, response as unknown as ServerResponse, (error?: unknown) => {
    failure = error as Error | undefined
  })
  if (failure !== undefined) throw failure
  return headers
}

/** Data is no page: it is read as what it says it is, and kept by nobody between us and the client. */
export const dataHeaders = (secure: boolean): Headers => ({
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  ...(secure && { 'strict-transport-security': 'max-age=31536000' }),
})
