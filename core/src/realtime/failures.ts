import { isProblem } from '@liaison/sdk'
import type { Locale } from '@liaison/sdk'
import type { Logger } from '@liaison/sdk/server'
import type { ProblemDocument, ProblemTitles } from '../http/problem-document.ts'

/** What clients are told when something fails; a bug is logged in full under the trace id that they are told. */
export interface Failures {
  document(error: unknown, locale: Locale, during: string): ProblemDocument
}

export function createFailures(options: { titles: ProblemTitles; logger: Logger; newId: () => string }): Failures {
  return {
    document(error, locale, during) {
      const traceId = options.newId()
      if (!isProblem(error)) options.logger.error({ err: error, during, traceId }, 'failed over a socket')
      return options.titles.document(error, locale, traceId)
    },
  }
}
