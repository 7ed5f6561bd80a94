import { explainAccess } from '@liaison/sdk/platform'
import {
  type AccessQuestion,
  Action,
  ApiController,
  ContextController,
  define,
  LocalizeController,
  partsStyles,
  skeletonRows,
} from '@liaison/sdk/web'
import { css, html, LitElement, nothing, type PropertyValues } from 'lit'
import { adminPath } from '../admin-area.ts'
import { adminMessages } from '../locales/admin-messages.ts'
import { explained, type Explanation } from './explanation.ts'
import { explanationStyles } from './explanation.styles.ts'

const styles = css`
  .why {
    display: grid;
    gap: var(--ln-space-4);
  }
`

/** Answers a question that was asked beside a thing; the page of explanations has more. @fires ln-dialog-closed */
export class LnWhyDialog extends LitElement {
  static override properties = { question: { attribute: false }, ready: { state: true }, answer: { state: true } }
  static override styles = [...partsStyles, explanationStyles, styles]
  /** Undefined: closed */
  declare question: AccessQuestion | undefined
  declare ready: boolean
  declare answer: Explanation | undefined

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #localizer = new ContextController(this, 'localizer')
  #ask = new Action(this, async (question: AccessQuestion) => {
    const { person, permission, resource } = question
    const body = { personId: person.id, permission, ...(resource !== undefined && { resource: { type: resource.type, id: resource.id } }) }
    const answer = await this.#api.call(explainAccess, { body })
    if (question === this.question) this.answer = answer
  })

  constructor() {
    super()
    this.ready = false
  }

  override connectedCallback() {
    super.connectedCallback()
    void this.#learn()
  }

  override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('question') || this.question === undefined) return
    const { question } = this
    this.answer = undefined
    void this.updateComplete.then(() => this.#ask.start(question))
  }

  override render() {
    if (!this.ready) return nothing
    const { text } = this.#localize
    const { question, answer } = this
    const name = question?.person.name ?? ''
    const named = question?.resource?.name
    return html`<ln-dialog .open=${question !== undefined} .heading=${text('admin.explain.whySee', { name })}>
      <div class="why" aria-live="polite">
        ${named === undefined ? nothing : html`<p>${named}</p>`}
        <ln-problem .problem=${this.#ask.problem} retry @ln-retry=${() => question && this.#ask.start(question)}></ln-problem>
        ${
          answer !== undefined
            ? html`<div>${explained(answer, name, this.#localize)}</div>`
            : this.#ask.problem === undefined
              ? html`<div aria-busy="true">${skeletonRows(3)}</div>`
              : nothing
        }
      </div>
      ${question === undefined ? nothing : html`<a slot="foot" class="ln-button" href=${addressOf(question)}>${text('admin.explain.open')}</a>`}
    </ln-dialog>`
  }

  async #learn() {
    await this.updateComplete
    await this.#localizer.service.add('admin', adminMessages)
    this.ready = true
  }
}

function addressOf({ person, permission, resource }: AccessQuestion): string {
  const query = new URLSearchParams({ person: person.id, permission })
  if (resource !== undefined) {
    query.set('type', resource.type)
    query.set('id', resource.id)
  }
  return `${adminPath}/explain?${query.toString()}`
}
define('ln-why-dialog', LnWhyDialog)
