/** Takes comments and blanks out of `css` templates without expressions; minifiers leave templates alone. */
export function shrinkCssTemplates(code: string): string {
  return code.replace(/\bcss`([^`$\\]*(?:\\.[^`$\\]*)*)`/g, (_, css: string) => `css\`${shrinkCss(css)}\``)
}

const strings = /("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')/

const shrinkCss = (css: string) =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .split(strings)
    .map((part, index) => (index % 2 === 1 ? part : shrinkPart(part)))
    .join('')
    .trim()

const shrinkPart = (css: string) =>
  css
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/;}/g, '}')

/** For rollup and Vite. */
export const cssTemplates = () => ({
  name: 'liaison:css-templates',
  transform(code: string, id: string) {
    return id.endsWith('.ts') && code.includes('css`') ? { code: shrinkCssTemplates(code), map: null } : null
  },
})
