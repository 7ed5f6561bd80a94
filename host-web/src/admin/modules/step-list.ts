import type { RollOutStep } from '@liaison/sdk/platform'
import { each, icon, type LocalizeController } from '@liaison/sdk/web'
import { circleCheck, circleDashed, circleSlash } from '@liaison/sdk/icons'
import { html, type TemplateResult } from 'lit'
import { audienceWords, type Names, stateOf, type StepState } from './audience-words.ts'

const icons = { over: circleSlash, on: circleCheck, next: circleDashed } as const

interface Shown {
  readonly steps: readonly RollOutStep[]
  /** People of each step */
  readonly reach: readonly number[]
  readonly names: Names
  readonly words: LocalizeController
  edit(at: number): void
}

/** The steps of a roll-out in the order of their beginnings: which are over, which run, which come. */
export function stepList({ steps, reach, names, words, edit }: Shown): TemplateResult {
  const { text, dates } = words
  const now = Date.now()
  const fact = ({ until }: RollOutStep, state: StepState, count: number): string =>
    state === 'on' && typeof until === 'string'
      ? text('modules.step.onUntil', { count, until: dates.day(until) })
      : text(`modules.step.${state}`, { count })
  const sorted = steps.map((step, at) => ({ step, at })).toSorted((a, b) => Date.parse(a.step.from) - Date.parse(b.step.from))
  return html`<ol class="roll-out-steps">
    ${each(
      sorted,
      ({ at }) => at,
      ({ step, at }) => {
        const state = stateOf(step, now)
        const who = audienceWords(step.audience, names, words)
        return html`<li data-state=${state}>
          ${icon(icons[state])}<button
            class="ln-link-button"
            type="button"
            aria-label=${text('modules.steps.edit', { who })}
            @click=${() => edit(at)}
          >
            ${who}</button
          ><small title=${dates.exact(step.from)}>${dates.day(step.from)}</small>
          <p>${fact(step, state, reach[at] ?? 0)}</p>
        </li>`
      },
    )}
  </ol>`
}
