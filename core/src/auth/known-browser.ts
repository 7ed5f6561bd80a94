import { createHmac, timingSafeEqual } from 'node:crypto'

export const knownBrowserCookie = 'liaison_browser'
const remembered = 10

/**
 * A browser remembers, signed, on whose behalf it has signed in before (OWASP's device cookie), so that a stranger's failures
 * behind the same address lock nobody out. It proves nothing else: the password is asked as ever.
 */
export class KnownBrowser {
  readonly #key: string

  constructor(secret: string) {
    this.#key = secret
  }

  knows(cookie: string | undefined, personId: string): boolean {
    return cookie?.split('.').some((mark) => isEqual(mark, this.#markOf(personId))) ?? false
  }

  /** The cookie's next value. */
  with(cookie: string | undefined, personId: string): string {
    const mark = this.#markOf(personId)
    const others = (cookie?.split('.') ?? []).filter((other) => other !== mark && /^[\w-]{43}$/.test(other))
    return [mark, ...others].slice(0, remembered).join('.')
  }

  #markOf(personId: string): string {
    return createHmac('sha256', this.#key).update(`known-browser ${personId}`).digest('base64url')
  }
}

const isEqual = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
