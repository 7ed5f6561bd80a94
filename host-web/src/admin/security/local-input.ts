/** An instant as `<input type="datetime-local">` shows it, in the zone of this device. */
export function toLocalInput(instant: string | null): string {
  if (instant === null) return ''
  const at = new Date(instant)
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000)
  return local.toISOString().slice(0, 16)
}

export const fromLocalInput = (value: string): string | null => (value === '' ? null : new Date(value).toISOString())
