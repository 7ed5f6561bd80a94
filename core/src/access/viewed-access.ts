import type { Access } from './access.ts'

const known = new WeakMap<Access, WeakMap<Access, Access>>()

/** What somebody reaches who views as another person: what both of them reach, never more than he does himself. */
export function viewedAccess(viewed: Access, viewer: Access): Access {
  let byViewer = known.get(viewed)
  if (byViewer === undefined) known.set(viewed, (byViewer = new WeakMap()))
  let access = byViewer.get(viewer)
  if (access === undefined) {
    const grants = new Map([...viewed.grants].filter(([key]) => viewer.grants.has(key)))
    byViewer.set(viewer, (access = { ...viewed, grants, alongside: viewer }))
  }
  return access
}
