/**
 * Modules of which a page may hold one copy only. A plugin's bundle leaves them out, and the server links it to the shell's.
 * `unsafe-html`, `unsafe-svg` and `style-map` are not among them: the content security policy forbids what they do.
 */
export const sharedModules: readonly string[] = [
  'lit',
  'lit/directive.js',
  'lit/async-directive.js',
  'lit/directives/cache.js',
  'lit/directives/class-map.js',
  'lit/directives/guard.js',
  'lit/directives/if-defined.js',
  'lit/directives/keyed.js',
  'lit/directives/live.js',
  'lit/directives/ref.js',
  'lit/directives/repeat.js',
  'lit/directives/until.js',
  'lit/directives/when.js',
  '@lit/context',
  '@liaison/sdk',
  '@liaison/sdk/web',
  'typebox',
]

/** Packages that hold such modules: another module of theirs in a bundle would be a second copy. */
const sharedPackages = ['lit', 'lit-html', 'lit-element', '@lit/context', '@lit/reactive-element', 'typebox']

export const isShared = (specifier: string): boolean => sharedModules.includes(specifier)
/** Belongs to a shared package, but is not shared: an error. */
export const wouldBeSecondCopy = (specifier: string): boolean =>
  !isShared(specifier) && sharedPackages.some((name) => specifier === name || specifier.startsWith(`${name}/`))
