/** One line of a table: its cells, and the number of the line in the file on which it begins, from 1. */
export interface CsvLine {
  readonly line: number
  readonly cells: readonly string[]
  /** The text ends inside a quoted cell: what follows on other lines may belong to it. */
  readonly isOpen?: true
}

/** What a spreadsheet would take for a formula, also in full width. */
const formula = /^[=+\-@\t\r＝＋－＠]/

/** A table as a spreadsheet reads it: UTF-8 with a mark, CRLF, no cell that would run as a formula. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  const quoted = (cell: string) => {
    const safe = formula.test(cell) ? `'${cell}` : cell
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
  }
  return `\uFEFF${rows.map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`
}

/** Reads a table (RFC 4180); blank lines are left out, and the mark that `writeCsv` puts before formulas is taken away. */
export function readCsv(text: string): readonly CsvLine[] {
  const lines: CsvLine[] = []
  let cells: string[] = []
  let cell = ''
  let isQuoted = false
  let line = 1
  let begins = 1
  const endLine = () => {
    cells.push(cell)
    if (cells.some((one) => one.trim() !== '')) lines.push({ line: begins, cells: cells.map(plain) })
    cells = []
    cell = ''
    begins = line
  }
  const source = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
  for (let at = 0; at < source.length; at += 1) {
    const character = source[at] as string
    if (character === '\n') line += 1
    if (isQuoted) {
      if (character !== '"') cell += character
      else if (source[at + 1] === '"') {
        cell += '"'
        at += 1
      } else isQuoted = false
    } else if (character === '"' && cell === '') isQuoted = true
    else if (character === ',') {
      cells.push(cell)
      cell = ''
    } else if (character === '\n') endLine()
    else cell += character
  }
  if (cell !== '' || cells.length > 0) endLine()
  const last = lines.at(-1)
  if (isQuoted && last !== undefined) lines[lines.length - 1] = { ...last, isOpen: true }
  return lines
}

const plain = (cell: string): string => (cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell).trim()
