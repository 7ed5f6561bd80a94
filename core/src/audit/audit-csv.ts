import type { AuditEntry } from '@liaison/sdk/platform'

const heading = ['id', 'at', 'actorId', 'actor', 'action', 'type', 'resource', 'name', 'address', 'fields', 'changes', 'detail']

/** A spreadsheet would run what begins with one of these. */
const formula = /^[=+\-@\t\r＝＋－＠]/
const quoted = (cell: string): string => `"${(formula.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`
const line = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\r\n`

/** RFC 4180, with the byte order mark by which spreadsheets know UTF-8. */
export const auditCsv = (entries: readonly AuditEntry[]): string =>
  `\uFEFF${line(heading)}${entries
    .map(({ id, at, actor, action, resource, address, fields, changes, detail }) =>
      line([
        ...[
          String(id),
          at,
          actor?.id ?? '',
          actor?.name ?? '',
          action,
          resource.type,
          resource.id,
          resource.name ?? '',
          address ?? '',
          fields.join(' '),
        ],
        changes.map(({ field, before, after }) => `${field}: ${before ?? ''} → ${after ?? ''}`).join('; '),
        detail,
      ]),
    )
    .join('')}`
