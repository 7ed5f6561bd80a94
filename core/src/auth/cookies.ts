interface CookieOptions {
  readonly isSecure: boolean
  /** s; 0 forgets it */
  readonly maxAge: number
  readonly path?: string
}

/** `Set-Cookie` of something that no script may read. */
export const cookieHeader = (name: string, value: string, { isSecure, maxAge, path = '/' }: CookieOptions): string =>
  `${name}=${value}; Path=${path}; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`
