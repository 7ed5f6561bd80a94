/** After another page was shown the keyboard goes on from its heading, and screen readers say where we are. */
export function focusHeading(page: HTMLElement): void {
  const target = page.shadowRoot?.querySelector<HTMLElement>('h1') ?? page.querySelector<HTMLElement>('h1') ?? page
  if (!target.hasAttribute('tabindex')) target.tabIndex = -1
  target.focus({ preventScroll: true })
}
