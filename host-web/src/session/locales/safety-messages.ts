import type { Locale } from '@liaison/sdk'
import type { MessageLoader } from '@liaison/sdk/web'

/** Texts about second factors, passkeys and new passwords; loaded where one of them comes up. */
export const safetyMessages: Readonly<Record<Locale, MessageLoader>> = {
  'zh-CN': () => import('./zh-CN.ts'),
  en: () => import('./en.ts'),
}
