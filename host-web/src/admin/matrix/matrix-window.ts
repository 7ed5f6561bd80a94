/** What of a long row of equal things is in sight. */
export interface Window {
  readonly first: number
  /** Behind the last */
  readonly end: number
}

/** @param size - px of one thing; `offset` and `extent` say which part of the whole is in sight */
export function windowOf(count: number, size: number, offset: number, extent: number, spare: number): Window {
  const first = Math.max(0, Math.floor(offset / size) - spare)
  return { first: Math.min(first, count), end: Math.min(count, Math.ceil((offset + extent) / size) + spare) }
}
