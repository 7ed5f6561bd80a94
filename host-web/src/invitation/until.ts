/** A day as a date field has it, where the person is. */
export function dateField(moment: Date): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
}

/** The end of a day that a date field names, where the person is; RFC 3339. */
export const endOf = (day: string): string => new Date(`${day}T23:59:59`).toISOString()
