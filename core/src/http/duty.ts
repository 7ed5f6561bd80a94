import { passwordChangeNeeded, secondFactorSetUpNeeded } from '@liaison/sdk'

/** What somebody has to do before anything else; a session under a duty reaches only what fulfils it. */
export type Duty = 'password' | 'second-factor'

const always = ['platform.describe', 'platform.me', 'platform.changeMe', 'auth.logout']
const reached: Readonly<Record<Duty, ReadonlySet<string>>> = {
  password: new Set([...always, 'auth.changePassword']),
  'second-factor': new Set([
    ...always,
    'auth.readSecondFactor',
    'auth.beginAuthenticator',
    'auth.confirmAuthenticator',
    'auth.listPasskeys',
    'auth.beginPasskey',
    'auth.addPasskey',
  ]),
}

/** Whether an operation is open to a session under this duty. */
export const reachesUnder = (duty: Duty, operationId: string): boolean => reached[duty].has(operationId)

/** What everything else is answered with (403). */
export const dutyFirst = (duty: Duty): Error => (duty === 'password' ? passwordChangeNeeded() : secondFactorSetUpNeeded())
