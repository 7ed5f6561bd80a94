import { type Static, Type } from 'typebox'
import { operation } from '../contract/operation.ts'
import { defineProblem, forbidden, invalidInput } from '../contract/problem.ts'
import { Id, nullable } from '../contract/shapes.ts'
import { peopleManage } from './directory.ts'

/** How many people one import takes at most */
export const mostImported = 5_000

/** The columns of a table of people, in the order of the template. */
export const importColumns = ['account', 'name', 'kind', 'departments', 'organisation', 'title', 'email', 'phone', 'roles'] as const
export type ImportColumn = (typeof importColumns)[number]
const Column = Type.Enum([...importColumns])

/** What can be wrong at one place of the table; `value` of the fault says with what. */
export const importFaults = [
  'column-unknown',
  'column-twice',
  'column-missing',
  'line-too-long',
  'quote-open',
  'required',
  'text',
  'too-long',
  'account',
  'account-twice',
  'kind',
  'kind-fixed',
  'email',
  'phone',
  'department-unknown',
  'department-ambiguous',
  'department-foreign',
  'organisation-unknown',
  'organisation-inside',
  'role-unknown',
  'role-kind',
  'role-beyond',
  'person-foreign',
  'last-administrator',
] as const
export type ImportFaultKind = (typeof importFaults)[number]

export const ImportFault = Type.Object({
  /** In the file, from 1 */
  line: Type.Integer(),
  /** Null where the fault is of the whole line, or of a column that there is not */
  column: nullable(Column),
  fault: Type.Enum([...importFaults]),
  /** What stands there, cut to 60 characters */
  value: Type.String(),
})
export type ImportFault = Static<typeof ImportFault>

/** What becomes of one line. */
export const ImportedPerson = Type.Object({
  line: Type.Integer(),
  account: Type.String(),
  name: Type.String(),
  act: Type.Enum(['create', 'update', 'keep']),
  /** Columns that differ from what is stored; empty for somebody new */
  changed: Type.Array(Column),
  /** Null before the import */
  personId: nullable(Id),
  /** Told this once, to whoever is new and only when asked for */
  password: nullable(Type.String()),
})
export type ImportedPerson = Static<typeof ImportedPerson>

/** `members.faults` is an `ImportFault[]`; nothing was stored. */
export const importFaulty = defineProblem('directory/import-faulty', 422, {
  'zh-CN': '表格中有错误，没有导入任何人员',
  en: 'The table has faults, nobody was imported',
})

const Cells = Type.Array(Type.String({ maxLength: 2_000 }), { maxItems: 40 })
/**
 * Makes and changes people from a table, as a whole or not at all. An account that is stored is changed where a cell says
 * something: an empty cell leaves what is there. Departments are written as paths (`总公司/研发部`), several values with `;`.
 * With `dryRun` it tells what would become of each line, and every fault with its line and column.
 */
export const importPeople = operation({
  id: 'directory.importPeople',
  method: 'POST',
  path: '/directory/people/imports',
  permission: peopleManage,
  bodyLimit: 8 * 1024 * 1024,
  body: Type.Object({
    /** Names of the columns, in Chinese or English */
    header: Type.Object({ line: Type.Integer({ minimum: 1, maximum: 1_000_000 }), cells: Cells }),
    lines: Type.Array(
      Type.Object({
        line: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
        cells: Cells,
        /** The table ends inside a quoted cell of this line. */
        isOpen: Type.Optional(Type.Boolean()),
      }),
      { maxItems: mostImported },
    ),
    dryRun: Type.Optional(Type.Boolean()),
    /** Gives everybody new a first password, told in the reply */
    passwords: Type.Optional(Type.Boolean()),
  }),
  reply: Type.Object({
    applied: Type.Boolean(),
    people: Type.Array(ImportedPerson),
    /** In the order of the lines, 1,000 at most; empty when it was applied */
    faults: Type.Array(ImportFault),
  }),
  problems: [importFaulty, invalidInput, forbidden],
})
export type ImportOutcome = {
  readonly applied: boolean
  readonly people: readonly ImportedPerson[]
  readonly faults: readonly ImportFault[]
}
