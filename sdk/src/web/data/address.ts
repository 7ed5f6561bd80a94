import type { AnyOperation, Input } from '../../contract/operation.ts'

/** Path and query of a call, below `/api`. Absent query members are left out. */
export function addressOf(operation: Pick<AnyOperation, 'path'>, input: Input<unknown, unknown, unknown>): string {
  const params = (input.params ?? {}) as Record<string, unknown>
  const path = operation.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries((input.query ?? {}) as Record<string, unknown>)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined && one !== null) query.append(name, String(one))
  }
  return query.size === 0 ? path : `${path}?${query}`
}
