import { passwordChangeNeeded, secondFactorSetUpNeeded } from '@liaison/sdk'
import { consentNeeded } from '@liaison/sdk/platform'

/** What somebody has to do before anything else; a session under a duty reaches only what fulfils it. */
export type Duty = 'password' | 'second-factor' | 'consent'

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
  consent: new Set([
    ...always,
    'privacy.readConsent',
    'privacy.giveConsent',
    'privacy.withdrawConsent',
    'privacy.exportMyData',
    'privacy.readMyProfile',
    'privacy.correctMyProfile',
    'privacy.deleteMyAccount',
  ]),
}

/** Whether an operation is open to a session under this duty. */
export const reachesUnder = (duty: Duty, operationId: string): boolean => reached[duty].has(operationId)

const problems = { password: passwordChangeNeeded, 'second-factor': secondFactorSetUpNeeded, consent: consentNeeded } as const

/** What everything else is answered with (403). */
export const dutyFirst = (duty: Duty): Error => problems[duty]()
