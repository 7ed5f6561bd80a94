import { type Locale, locales } from '@liaison/sdk'

const key = 'liaison.locale'

/** Before anybody has signed in: what was used last on this device, else what the browser asks for. */
export function firstLocale(): Locale {
  const stored = localStorage.getItem(key)
  const known = locales.find((locale) => locale === stored)
  if (known !== undefined) return known
  return navigator.languages.some((language) => language.startsWith('zh')) ||
    !navigator.languages.some((language) => language.startsWith('en'))
    ? 'zh-CN'
    : 'en'
}

/** Speaks a language from now on: texts, `<html lang>`, and the next start on this device. */
export function rememberLocale(locale: Locale): void {
  localStorage.setItem(key, locale)
  document.documentElement.lang = locale
}
