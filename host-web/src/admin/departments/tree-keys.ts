import type { DepartmentNode } from './department-model.ts'

/** What a key means in a tree (WAI-ARIA): another line, or one that opens or closes. */
export type TreeMove = { readonly to: DepartmentNode } | { readonly open: DepartmentNode } | { readonly close: DepartmentNode }

/** @param lines - those that are drawn, in order */
export function moveOf(
  key: string,
  lines: readonly DepartmentNode[],
  present: DepartmentNode,
  open: ReadonlySet<string>,
): TreeMove | undefined {
  const at = lines.indexOf(present)
  const to = (node: DepartmentNode | undefined): TreeMove | undefined => (node === undefined ? undefined : { to: node })
  const isOpen = open.has(present.department.id)
  switch (key) {
    case 'ArrowDown':
      return to(lines[at + 1])
    case 'ArrowUp':
      return to(at > 0 ? lines[at - 1] : undefined)
    case 'Home':
      return to(lines[0])
    case 'End':
      return to(lines.at(-1))
    case 'ArrowRight':
      return present.children.length === 0 ? undefined : isOpen ? to(present.children[0]) : { open: present }
    case 'ArrowLeft':
      return isOpen && present.children.length > 0 ? { close: present } : to(present.parent)
    default:
      return key.length === 1 && key !== ' ' ? to(startingWith(key, lines, at)) : undefined
  }
}

function startingWith(letter: string, lines: readonly DepartmentNode[], at: number): DepartmentNode | undefined {
  const wanted = letter.toLowerCase()
  return [...lines.slice(at + 1), ...lines.slice(0, at)].find(({ department }) => department.name.toLowerCase().startsWith(wanted))
}
