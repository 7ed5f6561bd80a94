/** What both sides of a contract are written with: shapes, operations, problems, permissions, events, hooks, tokens. */
export { locales, type Locale, type LocalizedText } from './text.ts';
export { conflict, defineProblem, forbidden, type InputError, invalidInput, isProblem, moduleNotEnabled, notFound, type Problem, type ProblemKind, signInNeeded, staleVersion, tooManyRequests, } from './problem.ts';
export { type BlockedContent, contentBlocked } from './content-blocked.ts';
export { definePermission, type Permission, type PresetRole, type Scope, scopes } from './permission.ts';
export { defineFeature, type Feature } from './feature.ts';
export { type AnyOperation, type Input, type Method, type Operation, operation } from './operation.ts';
export { defineEvent, type Event } from './event.ts';
export { type AnyHook, changeHook, decideHook, type Hook, type HookKind, tellHook } from './hook.ts';
export { createToken, type Token } from './token.ts';
export { passwordChangeNeeded, passwordLikeAccount, passwordProblems, passwordTooCommon, passwordTooShort, passwordUsedBefore, secondFactorRequired, secondFactorSetUpNeeded, } from './sign-in-problems.ts';
export { defineSlot, type Slot } from './slot.ts';
export { Id, Instant, nullable, type Page, pageOf, pageQuery, PersonSummary, text } from './shapes.ts';
export { accessChanged, changeMe, changePassword, describePlatform, DirectoryPerson, endSession, listPeople, listSessions, Me, peopleRead, PlatformInformation, readMe, SessionSummary, setUp, signIn, signOut, wrongCredentials, wrongPassword, } from './platform.ts';
