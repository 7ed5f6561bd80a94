import { svg, html, type TemplateResult } from 'lit'

const width = 64
const height = 20
const margin = 3

/** The course of some figures, the newest marked; it repeats what stands beside it, so nobody has to see it. */
export function sparkline(figures: readonly number[]): TemplateResult {
  const highest = Math.max(1, ...figures)
  const step = (width - 2 * margin) / Math.max(1, figures.length - 1)
  const points = figures.map((figure, at) => [margin + at * step, height - margin - (figure / highest) * (height - 2 * margin)] as const)
  const path = points.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')
  const last = points.at(-1)
  return html`<svg class="ln-spark" viewBox="0 0 ${width} ${height}" width=${width} height=${height} aria-hidden="true">
    ${svg`<path d=${path}></path>`}${last === undefined ? '' : svg`<circle cx=${last[0].toFixed(1)} cy=${last[1].toFixed(1)} r="2.5"></circle>`}
  </svg>`
}
