import type { PersonSummary } from '@liaison/sdk'
import type { RollOutForecast } from '@liaison/sdk/platform'
import type { LocalizeController } from '@liaison/sdk/web'
import { html, nothing, type TemplateResult } from 'lit'

const mostNamed = 5

interface Told {
  readonly forecast: RollOutForecast | undefined
  /** Of the step that is written; the last one when it is new */
  readonly place: number | undefined
  /** The step is whole, so the effect is being worked out */
  readonly isAsked: boolean
  readonly words: LocalizeController
}

/** Who gets it and who loses it, before anything is saved. */
export function forecastWords({ forecast, place, isAsked, words }: Told): TemplateResult | typeof nothing {
  const { text } = words
  if (!isAsked) return nothing
  if (forecast === undefined) return html`<div class="forecast" aria-busy="true"><p>${text('modules.forecast.counting')}</p></div>`
  const { people, of, gains, loses, stepReach, gaining, losing } = forecast
  const named = (some: readonly PersonSummary[], count: number): string => {
    const names = words.list(some.slice(0, mostNamed).map(({ name }) => name))
    return count > Math.min(some.length, mostNamed) ? text('modules.names.more', { names }) : names
  }
  return html`<div class="forecast" role="status">
    <p><strong>${text('modules.forecast.people', { count: people, of })}</strong></p>
    ${gains + loses === 0 ? html`<p>${text('modules.forecast.same')}</p>` : nothing}
    ${gains === 0 ? nothing : html`<p>${text('modules.forecast.gains', { count: gains, names: named(gaining, gains) })}</p>`}
    ${loses === 0 ? nothing : html`<p class="is-loss">${text('modules.forecast.loses', { count: loses, names: named(losing, loses) })}</p>`}
    <p>${text('modules.forecast.step', { count: stepReach.at(place ?? -1) ?? 0 })}</p>
  </div>`
}
