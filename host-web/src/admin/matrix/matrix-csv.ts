import { type Locale, locales, type Scope, scopes } from '@liaison/sdk'
import { readCsv, writeCsv } from '../csv/csv.ts'
import { type CellChange, choicesOf, type Matrix, storedScope } from './matrix-model.ts'

/** What is wrong with a file, and on which line of it; `fault` is a message key. */
export interface CsvFault {
  readonly line: number
  readonly fault: string
  readonly value: string
}
interface Read {
  readonly changes: readonly CellChange[]
  readonly faults: readonly CsvFault[]
}
type ScopeWords = Readonly<Record<Locale, Readonly<Record<Scope, string>>>>

/** What the scopes are called in a file. Both languages and the scopes' own ids are understood when it comes back. */
export const csvScopes: ScopeWords = {
  'zh-CN': { none: '无', own: '本人', project: '项目', department: '部门', 'department-tree': '部门及下级', all: '全部' },
  en: { none: 'None', own: 'Own', project: 'Project', department: 'Department', 'department-tree': 'Department and below', all: 'All' },
}
const heads = {
  'zh-CN': { key: '权限标识', title: '权限' },
  en: { key: 'Permission key', title: 'Permission' },
} as const

/** The matrix as it is stored: a line for each permission, a column for each role. */
export function matrixToCsv(matrix: Matrix, locale: Locale): string {
  const head = [heads[locale].key, heads[locale].title, ...matrix.columns.map(({ name }) => name)]
  const lines = matrix.rows.map(({ key, title }) => [
    key,
    title[locale],
    ...matrix.columns.map(({ id }) => csvScopes[locale][storedScope(matrix, id, key)]),
  ])
  return writeCsv([head, ...lines])
}

/** Reads a matrix that `matrixToCsv` wrote and somebody changed: only what differs from the stored one. Columns may be left out. */
export function matrixFromCsv(matrix: Matrix, text: string): Read {
  const [head, ...lines] = readCsv(text)
  if (head === undefined) return { changes: [], faults: [{ line: 1, fault: 'admin.csv.empty', value: '' }] }
  const isTitle = (at: number) => at === 1 && locales.some((locale) => heads[locale].title === head.cells[1])
  const faults: CsvFault[] = []
  const fault = (line: number, name: string, value: string) => void faults.push({ line, fault: `admin.csv.${name}`, value })
  const roles = head.cells.map((name, at) => (at === 0 || isTitle(at) ? undefined : matrix.columns.find((role) => role.name === name)))
  head.cells.forEach((name, at) => {
    if (at > 0 && !isTitle(at) && roles[at] === undefined) fault(head.line, 'role', name)
    else if (roles[at] !== undefined && roles.indexOf(roles[at]) < at) fault(head.line, 'twice', name)
  })
  const changes: CellChange[] = []
  const seen = new Set<string>()
  for (const { line, cells } of lines) {
    const permission = matrix.rows.find(({ key }) => key === cells[0])
    if (permission === undefined) {
      fault(line, 'permission', cells[0] ?? '')
      continue
    }
    if (seen.has(permission.key)) fault(line, 'twice', permission.key)
    seen.add(permission.key)
    roles.forEach((role, at) => {
      const word = cells[at] ?? ''
      if (role === undefined || word === '') return
      const scope = scopeNamed(word)
      if (scope === undefined) return fault(line, 'scope', word)
      if (scope === storedScope(matrix, role.id, permission.key)) return undefined
      if (!choicesOf(permission, role).includes(scope)) return fault(line, 'reach', `${role.name} ${word}`)
      changes.push({ roleId: role.id, permission: permission.key, scope })
    })
  }
  return { changes, faults: faults.toSorted((a, b) => a.line - b.line) }
}

const scopeNamed = (word: string): Scope | undefined =>
  scopes.find(
    (scope) => scope === word.toLowerCase() || locales.some((locale) => csvScopes[locale][scope].toLowerCase() === word.toLowerCase()),
  )
