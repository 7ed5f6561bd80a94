/** Marks a navigation that the router leaves to the browser. */
export const freshDocument = 'fresh document'

/** Goes to an address of the shell in a new document: nothing that belonged to one person stays in memory. */
export function goFresh(to: string): void {
  if ('navigation' in globalThis) navigation.navigate(to, { info: freshDocument })
  else location.assign(to)
}
