import { type Scope, scopes } from '@liaison/sdk'

export const rankOf = (scope: Scope): number => scopes.indexOf(scope)

/** One permission of one person, resolved to ids. Scopes are cumulative: a wider one holds all narrower ones. */
export interface Grant {
  /** Index into `scopes` */
  readonly rank: number
  /** true: own rows anywhere; ids: own rows of these projects only (the role is held in them alone) */
  readonly own: true | readonly string[]
  readonly projects: readonly string[]
  /** A tree is already spelt out */
  readonly departments: readonly string[]
}

/** Everything a person holds, compiled: a check is a map look-up. */
export interface Access {
  readonly personId: string
  readonly external: boolean
  /** By permission key; absent = not granted */
  readonly grants: ReadonlyMap<string, Grant>
  /** Whose shares count for this person: oneself, one's projects, departments, `everyone-inside` */
  readonly subjects: readonly string[]
  /** Ids of the modules and keys of the features that are off for this person; undefined: none */
  readonly off: ReadonlySet<string> | undefined
  /** When that changes by the clock, in ms since 1970; undefined: never */
  readonly until: number | undefined
  /** Somebody else's, who views as this person: a row has to lie in the scope of both. */
  readonly alongside?: Access
}

/** Whoever has not signed in. */
export const nobody: Access = { personId: '', external: true, grants: new Map(), subjects: [], off: undefined, until: undefined }
