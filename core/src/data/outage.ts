/** Codes of SQLite and PostgreSQL for a database that is full, gone, stopping, or out of connections: no fault of what was asked. */
const sqlite = /^SQLITE_(FULL|BUSY|IOERR|CANTOPEN|READONLY|PROTOCOL)/
const postgresql = /^(08...|53...|57P0.|25006)$/
const network = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
  'ENOSPC',
])
/** The driver's own words, which have no code */
const driver = /^(Connection terminated|timeout exceeded when trying to connect)/

/** Whether it failed because the database is out of order just now: the same may go well later. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code, message, cause } = error as NodeJS.ErrnoException
  if (code !== undefined && (sqlite.test(code) || postgresql.test(code) || network.has(code))) return true
  if (error instanceof AggregateError && error.errors.some(isOutage)) return true
  return driver.test(message) || isOutage(cause)
}
