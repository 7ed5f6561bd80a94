import { css, html, LitElement, nothing } from 'lit'
import { LocalizeController, SessionController } from '../controllers.ts'
import { define } from '../define.ts'
import { icon } from '../icon.ts'
import { circleQuestionMark } from '../icons/lucide.ts'
import { partsStyles } from '../styles/parts.styles.ts'
import { type AccessQuestion, WhyAskedEvent } from './why-asked.event.ts'

const styles = css`
  :host {
    display: inline-flex;
  }
  :host([hidden]) {
    display: none;
  }
`
/** Who may ask for explanations; spelt out, since what declares it is loaded with the administration. */
const mayAsk = { key: 'access.manage' }

/**
 * 为什么…能看到？ beside a thing or a person: why he may reach it, role by role. There only for those who manage access.
 * @fires ln-why-asked - the shell shows the answer
 */
export class LnWhy extends LitElement {
  static override properties = { question: { attribute: false }, small: { type: Boolean } }
  static override styles = [partsStyles, styles]
  declare question: AccessQuestion | undefined
  /** A small button without words */
  declare small: boolean

  #localize = new LocalizeController(this)
  #session = new SessionController(this)

  override render() {
    const { question } = this
    if (question === undefined || !this.#session.may(mayAsk)) return nothing
    const { person } = question
    const label =
      person.id === this.#session.me.id ? this.#localize.text('ln.why.me') : this.#localize.text('ln.why', { name: person.name })
    const ask = () => this.dispatchEvent(new WhyAskedEvent(question))
    if (this.small)
      return html`<button class="ln-button is-icon is-quiet is-small" type="button" aria-label=${label} title=${label} @click=${ask}>
        ${icon(circleQuestionMark, 14)}
      </button>`
    return html`<button class="ln-button is-quiet" type="button" @click=${ask}>${icon(circleQuestionMark)}${label}</button>`
  }
}
define('ln-why', LnWhy)
