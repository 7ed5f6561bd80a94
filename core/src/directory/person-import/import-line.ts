import { isProblem, type InputError } from '@liaison/sdk'
import { createPerson, type ImportColumn, type ImportFault, type ImportFaultKind } from '@liaison/sdk/platform'
import { inputCheck } from '../../http/input-check.ts'
import { type NamedLine, faultAt } from './import-table.ts'

export type Kind = 'internal' | 'external'
/** What a line says of somebody; undefined where its cell is empty. */
export interface LineFields {
  readonly account: string
  readonly name: string | undefined
  readonly kind: Kind | undefined
  readonly title: string | undefined
  readonly email: string | undefined
  readonly phone: string | undefined
}

const kinds: Readonly<Record<string, Kind>> = {
  ...{ 内部: 'internal', 内部人员: 'internal', 员工: 'internal', internal: 'internal', inside: 'internal' },
  ...{ 外部: 'external', 外部人员: 'external', external: 'external', outside: 'external' },
}
/** What a single person's form takes is what a table takes. */
const check = inputCheck(createPerson)
/** Passes the check where a cell did not, so that the next one is judged, too. */
const passing = { account: 'a', name: 'a', kind: 'internal', title: undefined, email: undefined, phone: undefined } as const
type Checked = keyof typeof passing
const texts: ReadonlySet<string> = new Set(['name', 'title'])

/** Reads one line and tells each cell that is not what it should be. */
export function readLine({ line, cells }: NamedLine, faults: ImportFault[]): LineFields {
  const kind = cells.kind === '' ? undefined : kinds[cells.kind.toLowerCase()]
  if (cells.kind !== '' && kind === undefined) faults.push(faultAt(line, 'kind', 'kind', cells.kind))
  if (cells.account === '') faults.push(faultAt(line, 'account', 'required'))
  const given = {
    account: said(cells.account) ?? passing.account,
    name: said(cells.name) ?? passing.name,
    kind: 'internal',
    ...present({ title: said(cells.title), email: said(cells.email), phone: said(cells.phone) }),
  }
  for (let wrong = wrongOne(given); wrong !== undefined; wrong = wrongOne(given)) {
    faults.push(faultAt(line, wrong, faultOf(wrong, cells[wrong]), cells[wrong]))
    if (passing[wrong] === undefined) delete given[wrong as 'title']
    else Object.assign(given, { [wrong]: passing[wrong] })
  }
  return {
    ...{ account: cells.account, name: said(cells.name), kind },
    ...{ title: said(cells.title), email: said(cells.email), phone: said(cells.phone) },
  }
}

const said = (cell: string): string | undefined => (cell === '' ? undefined : cell)
const present = <T extends object>(values: T): Partial<{ [K in keyof T]: string }> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never

/** The first cell that the form would refuse */
function wrongOne(body: object): Checked | undefined {
  try {
    check({ body })
    return undefined
  } catch (error) {
    if (!isProblem(error)) throw error
    const [{ pointer }] = error.members['errors'] as readonly [InputError]
    return pointer.slice('/body/'.length) as Checked
  }
}

function faultOf(column: ImportColumn, value: string): ImportFaultKind {
  if (!texts.has(column)) return column as 'account' | 'email' | 'phone'
  return value.length > 60 ? 'too-long' : 'text'
}
