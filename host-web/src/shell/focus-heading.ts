/** After another page was shown the keyboard goes on from its heading, and screen readers say where we are. */
export function focusHeading(page: HTMLElement): void {
  const target = headingIn(page.shadowRoot ?? page) ?? page
  if (!target.hasAttribute('tabindex')) target.tabIndex = -1
  target.focus({ preventScroll: true })
}

/** The first heading that is drawn, through shadow roots. */
function headingIn(root: ParentNode): HTMLElement | undefined {
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (element.localName === 'h1' && element.checkVisibility()) return element
    const inner = element.shadowRoot && headingIn(element.shadowRoot)
    if (inner) return inner
  }
  return undefined
}
