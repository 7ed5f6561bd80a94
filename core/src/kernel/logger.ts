import type { Logger } from '@liaison/sdk/server'
import { pino } from 'pino'

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'

/** Names under which secrets and what people write could slip into a line. */
const secretNames = ['password', 'secret', 'token', 'cookie', 'authorization', 'ticket', 'code', 'text', 'body', 'query']
const redacted = secretNames.flatMap((name) => [name, `*.${name}`, `*.*.${name}`])

export interface RootLogger extends Logger {
  /** Lines of one plugin or floor */
  named(name: string): Logger
}

/** Lines of JSON on standard output: ids and figures, never bodies, secrets or message text. */
export function createLogger(level: LogLevel): RootLogger {
  const root = pino({
    level,
    base: null,
    redact: { paths: redacted, censor: '[removed]' },
    formatters: { level: (label) => ({ level: label }) },
    timestamp: pino.stdTimeFunctions.isoTime,
  })
  return Object.assign(root, { named: (name: string): Logger => root.child({ plugin: name }) }) as RootLogger
}
