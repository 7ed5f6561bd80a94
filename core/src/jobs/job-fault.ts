import { isProblem } from '@liaison/sdk'

interface Told {
  readonly name?: unknown
  readonly code?: unknown
  readonly responseCode?: unknown
}

/**
 * What kind of fault it was: `Error ECONNREFUSED`, `Error EENVELOPE 550`, `problem not-found`. What it says stays out, since
 * it may name people: mail servers repeat the address that they refuse.
 */
export function faultOf(error: unknown): string {
  if (isProblem(error)) return `problem ${error.type}`
  if (typeof error !== 'object' || error === null) return 'no error object'
  const { name, code, responseCode } = error as Told
  return [name, code, responseCode]
    .filter((part) => (typeof part === 'string' && /^[\w.-]{1,60}$/.test(part)) || typeof part === 'number')
    .join(' ')
}

/** For the log: the kind, and where it happened. */
export function faultFacts(error: unknown): { fault: string; at: string[] } {
  const lines = error instanceof Error ? (error.stack ?? '').split('\n') : []
  return {
    fault: faultOf(error),
    at: lines
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 5)
      .map((line) => line.trim()),
  }
}
