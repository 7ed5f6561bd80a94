/**
 * The password was right, and the person has a second factor. `members`: `challenge` (for `auth.secondFactor`, 5 min), `methods`
 * (`authenticator`, `passkey`, `recovery-code`), and `passkey`, the options that a browser asks a passkey with, or null.
 */
export declare const secondFactorRequired: import("./problem.ts").ProblemKind;
/** The session may do nothing else: the password was given by an administrator, or is too old. */
export declare const passwordChangeNeeded: import("./problem.ts").ProblemKind;
/** The session may do nothing else: the company asks for a second factor, and the person has none. */
export declare const secondFactorSetUpNeeded: import("./problem.ts").ProblemKind;
/** The session may do nothing else: the person has not agreed to the privacy notice in force. */
export declare const consentNeeded: import("./problem.ts").ProblemKind;
/** `members.minLength` in characters. */
export declare const passwordTooShort: import("./problem.ts").ProblemKind;
export declare const passwordTooCommon: import("./problem.ts").ProblemKind;
export declare const passwordLikeAccount: import("./problem.ts").ProblemKind;
/** `members.last`: how many of the passwords before count; 0: it is the present one. */
export declare const passwordUsedBefore: import("./problem.ts").ProblemKind;
/** What may be wrong with a new password. */
export declare const passwordProblems: readonly [import("./problem.ts").ProblemKind, import("./problem.ts").ProblemKind, import("./problem.ts").ProblemKind, import("./problem.ts").ProblemKind];
