const known = new Map<string, string>()

/** `shareRootId` → `share_root_id`: the column of a property. */
export function snakeCase(name: string): string {
  let column = known.get(name)
  if (column === undefined) {
    column = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    // names come from declarations and queries in code, so there are few; a bound costs nothing
    if (known.size < 10_000) known.set(name, column)
  }
  return column
}
