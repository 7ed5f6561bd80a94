/** Registers an element once: two widgets on one page may bring the same element. */
export function define(tag: `${string}-${string}`, element: CustomElementConstructor): void {
  if (customElements.get(tag) === undefined) customElements.define(tag, element)
}
