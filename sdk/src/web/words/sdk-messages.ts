import type { Locale } from '../../contract/text.ts'
import type { MessageLoader } from '../web-plugin.ts'

/** Texts of the SDK's own elements: `localizer.add('ln', sdkMessages)`. */
export const sdkMessages: Readonly<Record<Locale, MessageLoader>> = {
  'zh-CN': () => import('../locales/zh-CN.ts'),
  en: () => import('../locales/en.ts'),
}
