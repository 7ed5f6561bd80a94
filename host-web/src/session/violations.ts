import axe, { type Result } from 'axe-core'

/** What axe finds once nothing moves: a button that has just been enabled is on its way to its colour. For tests. */
export async function violations(root: HTMLElement): Promise<readonly Result[]> {
  await Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
  return (await axe.run(root)).violations
}
