/** Said by `text()` of the SDK: not blank, no control characters but tab and line ends, no lone surrogates. */
export function isText(value: string): boolean {
  if (!value.isWellFormed()) return false
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/.test(value)) return false
  return /[^\s\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u.test(value)
}

/** Any string that both databases can keep. */
export const isStorable = (value: string): boolean => !value.includes('\u0000') && value.isWellFormed()

const instant = /^[1-9]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/i

/** RFC 3339 without leap seconds, the years 1000–9999, and only days that exist. */
export function isInstant(value: string): boolean {
  if (!instant.test(value)) return false
  const day = new Date(`${value.slice(0, 10)}T00:00:00Z`)
  return !Number.isNaN(Date.parse(value)) && !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === value.slice(0, 10)
}
