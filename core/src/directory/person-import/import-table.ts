import { type ImportColumn, importColumns, type ImportFault, type ImportFaultKind } from '@liaison/sdk/platform'

export interface GivenLine {
  readonly line: number
  readonly cells: readonly string[]
  readonly isOpen?: boolean
}
export interface GivenTable {
  readonly header: Pick<GivenLine, 'line' | 'cells'>
  readonly lines: readonly GivenLine[]
}
/** One line by column; what is not written is the empty string. */
export interface NamedLine {
  readonly line: number
  readonly cells: Readonly<Record<ImportColumn, string>>
}

/** How people in China and elsewhere head such tables; compared in lower case, without blanks, stars and what stands in brackets. */
const names: Readonly<Record<ImportColumn, readonly string[]>> = {
  account: ['账号', '帐号', '登录名', '用户名', 'account', 'username', 'login'],
  name: ['姓名', '名字', 'name', 'fullname'],
  kind: ['类型', '人员类型', '类别', 'type', 'kind'],
  departments: ['部门', '部门路径', '所属部门', 'department', 'departments'],
  organisation: ['单位', '所属单位', '公司', '外部单位', 'organisation', 'organization', 'company'],
  title: ['职务', '职位', '岗位', 'title', 'jobtitle', 'position'],
  email: ['邮箱', '电子邮箱', '邮件', 'email', 'e-mail', 'mail'],
  phone: ['手机', '手机号', '手机号码', '电话', 'phone', 'mobile'],
  roles: ['角色', 'role', 'roles'],
}
const columnOf = new Map(importColumns.flatMap((column) => names[column].map((name) => [name, column] as const)))
const needed: readonly ImportColumn[] = ['account', 'name']
const nothing = Object.fromEntries(importColumns.map((column) => [column, ''])) as Record<ImportColumn, string>

export const faultAt = (line: number, column: ImportColumn | null, fault: ImportFaultKind, value = ''): ImportFault => ({
  ...{ line, column, fault },
  value: value.length > 60 ? `${value.slice(0, 59).replace(/[\uD800-\uDBFF]$/, '')}…` : value,
})

/** The lines by the names of their columns. Without the columns that are needed there are no lines, only faults. */
export function readTable({ header, lines }: GivenTable): {
  readonly lines: readonly NamedLine[]
  readonly faults: readonly ImportFault[]
} {
  const faults: ImportFault[] = []
  const columns = header.cells.map((cell) => columnNamed(cell, header.line, faults))
  for (const [at, column] of columns.entries())
    if (column !== undefined && columns.indexOf(column) < at) faults.push(faultAt(header.line, column, 'column-twice', header.cells[at]))
  for (const column of needed) if (!columns.includes(column)) faults.push(faultAt(header.line, column, 'column-missing'))
  if (faults.length > 0) return { lines: [], faults }
  const named = lines.map(({ line, cells, isOpen = false }): NamedLine => {
    if (isOpen) faults.push(faultAt(line, null, 'quote-open'))
    else if (cells.slice(columns.length).some((cell) => cell.trim() !== ''))
      faults.push(faultAt(line, null, 'line-too-long', cells[columns.length]))
    const own = columns.flatMap((column, at) => (column === undefined ? [] : [[column, (cells[at] ?? '').trim()] as const]))
    return { line, cells: { ...nothing, ...Object.fromEntries(own) } }
  })
  return { lines: named, faults }
}

/** A column without a name is left out when nothing but its name is missing. */
function columnNamed(cell: string, line: number, faults: ImportFault[]): ImportColumn | undefined {
  const plain = cell.toLowerCase().replaceAll(/[（(].*?[)）]|[\s*＊_]/gu, '')
  if (plain === '') return undefined
  const column = columnOf.get(plain)
  if (column === undefined) faults.push(faultAt(line, null, 'column-unknown', cell))
  return column
}
