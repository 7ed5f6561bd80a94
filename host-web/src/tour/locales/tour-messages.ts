import type { Locale } from '@liaison/sdk'
import type { MessageLoader } from '@liaison/sdk/web'

export const tourMessages: Readonly<Record<Locale, MessageLoader>> = {
  'zh-CN': () => import('./zh-CN.ts'),
  en: () => import('./en.ts'),
}
