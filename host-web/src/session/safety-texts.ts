import { ContextController } from '@liaison/sdk/web'
import type { ReactiveElement } from 'lit'
import { safetyMessages } from './locales/safety-messages.ts'

/** Loads the texts about second factors and passkeys; an element that needs them draws nothing before. */
export class SafetyTexts extends ContextController<'localizer'> {
  isReady = false

  constructor(host: ReactiveElement) {
    super(host, 'localizer')
  }

  readonly load = async (): Promise<void> => {
    if (this.isReady) return
    await this.host.updateComplete
    await this.service.add('safety', safetyMessages)
    this.isReady = true
    this.host.requestUpdate()
    await this.host.updateComplete
  }
}
