import { type Scope, scopes } from '@liaison/sdk'
import type { Role } from '@liaison/sdk/platform'
import { each, type LocalizeController } from '@liaison/sdk/web'
import { html, nothing, type TemplateResult } from 'lit'
import { type Changes, choicesOf, keyOf, type Matrix, type MatrixLine, presentScope } from './matrix-model.ts'
import type { Window } from './matrix-window.ts'
import type { Picked } from './scope-picker.ts'

/** What lines are drawn with. */
export interface LineContext {
  readonly matrix: Matrix
  readonly changes: Changes
  readonly columns: readonly Role[]
  /** Words of the scopes, and of a cell that cannot be granted */
  readonly words: ReadonlyMap<string, string>
  readonly localize: LocalizeController
  readonly moduleName: (id: string) => string
  /** Column of the active cell in this line; -1 for none */
  readonly active: number
  readonly picked: Picked | undefined
}

/** Looked up once for thousands of cells. */
export const scopeWordsIn = (localize: LocalizeController): ReadonlyMap<string, string> =>
  new Map([...scopes, 'locked'].map((scope) => [scope, localize.text(`admin.scope.${scope}`)]))

export function headLine(columns: readonly Role[], { text }: LocalizeController): TemplateResult {
  return html`<div class="matrix-line matrix-head" role="row" aria-rowindex="1">
    <div class="matrix-name" role="columnheader" aria-colindex="1"><span>${text('admin.matrix.permission')}</span></div>
    ${columns.map(
      (role, at) =>
        html`<div
          class=${role.external ? 'matrix-role is-external' : 'matrix-role'}
          role="columnheader"
          aria-colindex=${at + 2}
          title=${role.name}
        >
          <span>${role.name}</span>${role.external ? html`<small>${text('admin.external')}</small>` : nothing}
        </div>`,
    )}
  </div>`
}

/** What is seen of a line's head, at the edge; what is read aloud stands in the line. */
export function lineName(
  line: MatrixLine,
  row: number,
  moduleName: LineContext['moduleName'],
  localize: LocalizeController,
): TemplateResult {
  if (line.kind === 'module')
    return html`<div class="matrix-name is-module" data-row=${row}>
      ${moduleName(line.module)} <small>${localize.text('admin.matrix.count', { count: line.count })}</small>
    </div>`
  const title = line.permission.title[localize.locale]
  return html`<div class="matrix-name" data-row=${row} title="${title} · ${line.permission.key}"><span>${title}</span></div>`
}

/** @param seen - the columns that are drawn */
export function gridLine(line: MatrixLine, row: number, seen: Window, context: LineContext): TemplateResult {
  const { localize, columns } = context
  if (line.kind === 'module')
    return html`<div class="matrix-line is-module" role="row" data-row=${row} aria-rowindex=${row + 2}>
      <span class="matrix-said" role="rowheader"
        >${context.moduleName(line.module)} ${localize.text('admin.matrix.count', { count: line.count })}</span
      >
    </div>`
  return html`<div class="matrix-line" role="row" data-row=${row} aria-rowindex=${row + 2}>
    <span class="matrix-said" role="rowheader" aria-colindex="1">${line.permission.title[localize.locale]}</span>
    ${each(
      columns.slice(seen.first, seen.end),
      ({ id }) => id,
      (role, at) => gridCell(line, role, { row, column: seen.first + at }, context),
    )}
  </div>`
}

type PermissionLine = Extract<MatrixLine, { kind: 'permission' }>

/** One element a cell: there are many of them. */
function gridCell(
  { permission }: PermissionLine,
  role: Role,
  place: { row: number; column: number },
  context: LineContext,
): TemplateResult {
  const { matrix, changes, picked, words } = context
  const scope: Scope = presentScope(matrix, changes, role.id, permission.key)
  const isLocked = scope === 'none' && choicesOf(permission, role).length === 1
  const marks = [
    'matrix-cell',
    isLocked && 'is-locked',
    changes.has(keyOf(role.id, permission.key)) && 'is-changed',
    place.column === context.active && 'is-active',
    picked?.permission === permission && picked.role === role && 'is-open',
  ]
  return html`<span
    class=${marks.filter(Boolean).join(' ')}
    role="gridcell"
    id="c-${place.row}-${place.column}"
    aria-colindex=${place.column + 2}
    data-scope=${scope}
    >${words.get(isLocked ? 'locked' : scope)}</span
  >`
}
