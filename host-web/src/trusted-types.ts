/**
 * The page's own policy, made before any library loads. HTML strings are refused, but for the empty one, by which libraries
 * clear a box; scripts are ours only. It throws rather than answering null: who asks and gets nothing would go on with nothing.
 */
const ours = /^\/(assets|web-parts|src|@fs|@id|node_modules)\//

interface Policies {
  createPolicy(name: string, rules: { createHTML(html: string): string; createScriptURL(url: string): string }): unknown
}
const { trustedTypes } = window as { readonly trustedTypes?: Policies }

trustedTypes?.createPolicy('default', {
  createHTML(html: string) {
    if (html === '') return html
    throw new TypeError('HTML strings are not allowed: use a Lit template')
  },
  createScriptURL(url: string) {
    const { origin, pathname } = new URL(url, location.href)
    if (origin === location.origin && ours.test(pathname)) return url
    throw new TypeError(`not one of our scripts: ${url}`)
  },
})

export {}
