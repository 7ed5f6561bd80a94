/** What a browser calls itself, as people know it; undefined for what is no browser. Order matters: most claim to be others, too. */
export function deviceOf(userAgent: string): { readonly browser: string; readonly system: string; readonly phone: boolean } | undefined {
  const browser = browsers.find(([, pattern]) => pattern.test(userAgent))?.[0]
  const system = systems.find(([, pattern]) => pattern.test(userAgent))?.[0]
  if (browser === undefined || system === undefined) return undefined
  return { browser, system, phone: /Mobile|Android|iPhone/.test(userAgent) }
}

const browsers: readonly (readonly [string, RegExp])[] = [
  ['Edge', /\bEdg/],
  ['Opera', /\bOPR\//],
  ['360', /\bQIHU|\b360SE/],
  ['QQ', /\bQQBrowser/],
  ['Firefox', /\bFirefox\//],
  ['Chrome', /\b(Headless)?Chrome\//],
  ['Safari', /\bSafari\//],
]
const systems: readonly (readonly [string, RegExp])[] = [
  ['HarmonyOS', /HarmonyOS/],
  ['Android', /Android/],
  ['iOS', /iPhone|iPad/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux/],
]
