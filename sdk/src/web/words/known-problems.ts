import {
  conflict,
  forbidden,
  invalidInput,
  moduleNotEnabled,
  notFound,
  signInNeeded,
  staleVersion,
  tooManyRequests,
} from '../../contract/problem.ts'
import type { LocalizedText } from '../../contract/text.ts'
import { connectionLost, unexpectedAnswer } from '../data/api-client.ts'

/** Titles of the problems that any call may answer with. */
export const knownProblems: readonly (readonly [string, LocalizedText])[] = [
  notFound,
  forbidden,
  signInNeeded,
  moduleNotEnabled,
  invalidInput,
  conflict,
  staleVersion,
  tooManyRequests,
  connectionLost,
  unexpectedAnswer,
].map((kind) => [kind.type, kind.title] as const)
