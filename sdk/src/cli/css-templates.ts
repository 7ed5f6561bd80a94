/** Takes comments and blanks out of `css` templates without expressions; minifiers leave templates alone. */
export function shrinkCssTemplates(code: string): string {
  return code.replace(/\bcss`([^`$\\]*(?:\\.[^`$\\]*)*)`/g, (_, css: string) => `css\`${shrinkCss(css)}\``)
}

const shrinkCss = (css: string) =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/\s*([{};,])\s*/g, '$1')
    .replace(/;}/g, '}')
    .trim()

/** For rollup and Vite. */
export const cssTemplates = () => ({
  name: 'liaison:css-templates',
  transform(code: string, id: string) {
    return id.endsWith('.ts') && code.includes('css`') ? { code: shrinkCssTemplates(code), map: null } : null
  },
})
