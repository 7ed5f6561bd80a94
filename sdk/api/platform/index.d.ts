/**
 * What the platform offers beyond what every shell needs: people, departments, organisations, projects, roles, the matrix and
 * API tokens. A browser bundle that does not administer them has no use for it; the rest is in `@liaison/sdk`.
 */
export * from './access.ts';
export * from './api-tokens.ts';
export * from './audit.ts';
export * from './content-filter.ts';
export * from './departments.ts';
export * from './directory.ts';
export * from './grantable-roles.ts';
export * from './hand-over.ts';
export * from './invitations.ts';
export * from './jobs.ts';
export * from './modules.ts';
export * from './passkeys.ts';
export * from './password-reset.ts';
export * from './people-import.ts';
export * from './person-sessions.ts';
export * from './privacy.ts';
export * from './organisations.ts';
export * from './projects.ts';
export * from './role-holders.ts';
export * from './second-factor.ts';
export * from './sign-in-policy.ts';
export * from './tour.ts';
export * from './view-as.ts';
