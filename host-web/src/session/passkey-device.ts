import type { PasskeyAnswer, PasskeyQuestion } from '@liaison/sdk/platform'

/** Why a device gave no answer: the person left it, it has the passkey already, or it cannot here. */
export type PasskeyFailure = 'cancelled' | 'known' | 'unsupported'
export type FromDevice<T> = { readonly done: T } | { readonly failure: PasskeyFailure }

/** Only on pages that came over TLS, or from this machine; an address without a name has none. */
export const canUsePasskeys = (): boolean => window.isSecureContext && 'PublicKeyCredential' in window

/** Lets the device answer with a passkey. */
export async function answerWithPasskey({ timeout, ...question }: PasskeyQuestion): Promise<FromDevice<PasskeyAnswer>> {
  return fromDevice(async () => {
    const { startAuthentication } = await import('@simplewebauthn/browser')
    const optionsJSON = { ...question, timeout, allowCredentials: question.allowCredentials as never }
    const { id, response } = await startAuthentication({ optionsJSON })
    const { clientDataJSON, authenticatorData, signature, userHandle } = response
    return { id, response: { clientDataJSON, authenticatorData, signature, ...(userHandle !== undefined && { userHandle }) } }
  })
}

export interface MadePasskey {
  readonly id: string
  readonly response: { readonly clientDataJSON: string; readonly attestationObject: string; readonly transports?: string[] }
}
/** Lets the device make a passkey. */
export async function makePasskey(options: object): Promise<FromDevice<MadePasskey>> {
  return fromDevice(async () => {
    const { startRegistration } = await import('@simplewebauthn/browser')
    const { id, response } = await startRegistration({ optionsJSON: options as never })
    const { clientDataJSON, attestationObject, transports } = response
    return { id, response: { clientDataJSON, attestationObject, ...(transports !== undefined && { transports }) } }
  })
}

/** The device's exceptions, as far as a person can do something about them. */
async function fromDevice<T>(job: () => Promise<T>): Promise<FromDevice<T>> {
  if (!canUsePasskeys()) return { failure: 'unsupported' }
  try {
    return { done: await job() }
  } catch (error) {
    const failure = failures[(error as { name?: string } | null)?.name ?? '']
    if (failure === undefined) throw error
    return { failure }
  }
}

const failures: Readonly<Record<string, PasskeyFailure>> = {
  NotAllowedError: 'cancelled',
  AbortError: 'cancelled',
  InvalidStateError: 'known',
  NotSupportedError: 'unsupported',
  SecurityError: 'unsupported',
}
