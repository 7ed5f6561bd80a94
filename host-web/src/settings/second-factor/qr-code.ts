import { html, svg, type TemplateResult } from 'lit'
import type { Bitmap2D } from 'lean-qr'

/** Modules of quiet around the code, as ISO 18004 asks for */
const quiet = 4

/** Loads what draws QR codes. @param label - what it says, for those who do not see it */
export async function qrCode(text: string, label: string): Promise<TemplateResult> {
  const { generate } = await import('lean-qr')
  const code = generate(text)
  const side = code.size + 2 * quiet
  return html`<svg class="qr" role="img" aria-label=${label} viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges">
    ${svg`<path fill="currentColor" d=${pathOf(code)}></path>`}
  </svg>`
}

function pathOf(code: Bitmap2D): string {
  let path = ''
  for (let y = 0; y < code.size; y += 1)
    for (let x = 0; x < code.size; x += 1) if (code.get(x, y)) path += `M${x + quiet} ${y + quiet}h1v1h-1z`
  return path
}
