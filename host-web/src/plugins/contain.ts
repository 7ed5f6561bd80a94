import { LitElement } from 'lit'

/**
 * Keeps the faults of somebody's element in its place: what its drawing throws goes to `onFault`, where it would otherwise be
 * an unhandled rejection that nobody sees on the page.
 */
export function contain(element: HTMLElement, onFault: (error: unknown) => void): void {
  if (!(element instanceof LitElement)) return
  const drawn = element as unknown as { performUpdate(): void }
  const draw = drawn.performUpdate.bind(element)
  drawn.performUpdate = () => {
    try {
      draw()
    } catch (error) {
      onFault(error)
    }
  }
}
