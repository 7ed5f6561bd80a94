import { type ImportColumn, importColumns, type ImportedPerson, mostImported } from '@liaison/sdk/platform'
import { type CsvLine, readCsv, writeCsv } from '../../csv/csv.ts'

export interface ImportTable {
  readonly header: { readonly line: number; readonly cells: string[] }
  readonly lines: { readonly line: number; readonly cells: string[]; readonly isOpen?: true }[]
}
/** Message keys of what is wrong with a file as a whole */
export type FileFault = 'admin.import.file.empty' | 'admin.import.file.many' | 'admin.import.file.large'

/** Bytes: 5,000 full lines and then some */
export const largestFile = 6 * 1024 * 1024
const longestCell = 2_000

/** The table of a file as the server takes it. */
export function importTable(text: string): ImportTable | FileFault {
  const [header, ...lines] = readCsv(text)
  if (header === undefined || lines.length === 0) return 'admin.import.file.empty'
  if (lines.length > mostImported) return 'admin.import.file.many'
  return { header: { line: header.line, cells: cut(header) }, lines: lines.map((line) => ({ ...line, cells: cut(line) })) }
}

/** What is longer is told as a fault of its cell all the same. */
const cut = ({ cells }: CsvLine): string[] => cells.slice(0, 40).map((cell) => cell.slice(0, longestCell))

type Say = (key: string) => string

/** An empty table with two lines that show how it is filled in. */
export const templateCsv = (text: Say): string =>
  writeCsv([
    importColumns.map((column) => text(columnKey(column))),
    ...[1, 2].map((line) => text(`admin.import.sample.${line}`).split('|')),
  ])

/** Who was made, with the first passwords. */
export const passwordsCsv = (text: Say, people: readonly ImportedPerson[]): string =>
  writeCsv([
    [text('admin.people.account'), text('admin.people.name'), text('admin.import.password')],
    ...people.map(({ account, name, password }) => [account, name, password ?? '']),
  ])

export const columnKey = (column: ImportColumn): string => `admin.import.column.${column}`
