import type { ImportFaultKind } from '@liaison/sdk/platform'
import type { DepartmentFacts } from '../directory-memory.ts'

type Found = { readonly id: string } | { readonly fault: ImportFaultKind }
interface Named {
  readonly id: string
  readonly name: string
}

const levels = (path: string): string => path.replaceAll(/\s*[/／>＞]\s*/g, '/').toLowerCase()

/** Departments by their path from the top, or by the end of it where only one department has it. */
export class DepartmentPaths {
  readonly #byPath = new Map<string, string[]>()
  readonly #tops = new Map<string, string[]>()

  constructor(departments: Iterable<DepartmentFacts>) {
    const byId = new Map([...departments].map((department) => [department.id, department]))
    for (const department of byId.values()) {
      let path = ''
      let above: DepartmentFacts | undefined = department
      while (above !== undefined) {
        path = path === '' ? levels(above.name) : `${levels(above.name)}/${path}`
        push(this.#byPath, path, department.id)
        above = above.parentId === null ? undefined : byId.get(above.parentId)
      }
      push(this.#tops, path, department.id)
    }
  }

  find(written: string): Found {
    const path = levels(written).replaceAll(/^\/+|\/+$/g, '')
    const whole = this.#tops.get(path) ?? []
    const ids = whole.length > 0 ? whole : (this.#byPath.get(path) ?? [])
    if (ids.length === 1) return { id: ids[0]! }
    return { fault: ids.length === 0 ? 'department-unknown' : 'department-ambiguous' }
  }
}

/** Roles or organisations by name; of two with one name the first. */
export class Names<T extends Named> {
  readonly #byName = new Map<string, T>()
  constructor(things: Iterable<T>) {
    for (const thing of things) {
      const name = thing.name.toLowerCase()
      if (!this.#byName.has(name)) this.#byName.set(name, thing)
    }
  }
  find(name: string): T | undefined {
    return this.#byName.get(name.toLowerCase())
  }
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const present = map.get(key)
  if (present === undefined) map.set(key, [value])
  else present.push(value)
}

/** `a; b；c、d` → its parts; a comma would be one of the table's own. */
export const parts = (cell: string): readonly string[] => [
  ...new Set(
    cell
      .split(/[;；、\n]/)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ),
]
