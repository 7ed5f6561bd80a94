import { changeProject, createProject, type Department, type Project } from '@liaison/sdk/platform'
import { Action, ApiController, define, icon, LocalizeController, partsStyles, ToastController } from '@liaison/sdk/web'
import { chevronDown } from '@liaison/sdk/icons'
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { TypedController } from '../typed-controller.ts'
import { ProjectSavedEvent } from './project-saved.event.ts'

const styles = css`
  :host {
    display: block;
  }
  form {
    display: grid;
    gap: var(--ln-space-4);
    padding: var(--ln-space-4);
  }
  .acts {
    display: flex;
    justify-content: flex-end;
  }
`

/** Opens a project, or changes one. @fires ln-project-saved */
export class LnProjectForm extends LitElement {
  static override properties = { project: { attribute: false }, departments: { attribute: false } }
  static override styles = [...partsStyles, styles]
  /** Undefined: a new one */
  declare project: Project | undefined
  declare departments: readonly Department[]

  #api = new ApiController(this)
  #localize = new LocalizeController(this)
  #toasts = new ToastController(this)
  #typed = new TypedController(this)
  #save = new Action(this, async (data: FormData) => {
    const { project } = this
    const given = (name: string) => String(data.get(name) ?? '').trim()
    const optional = (name: string) => (given(name) === '' ? null : given(name))
    const body = { name: given('name'), description: optional('description'), departmentId: optional('departmentId') }
    const key = given('key').toUpperCase()
    const saved =
      project === undefined
        ? await this.#api.call(createProject, { body: { ...body, ...(key !== '' && { key }) } })
        : await this.#api.call(changeProject, { params: { id: project.id }, body }, { version: project.version })
    this.#typed.settle()
    this.#toasts.show({
      text: this.#localize.text(project === undefined ? 'admin.projects.created' : 'admin.projects.saved', { name: saved.name }),
    })
    this.dispatchEvent(new ProjectSavedEvent(saved))
  })

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('project') && changed.get('project')?.id !== this.project?.id) this.#save.reset()
  }

  override render() {
    const { text } = this.#localize
    const { project } = this
    const locked = project !== undefined && !project.managed
    return html`<form @submit=${this.#onSubmit} autocomplete="off">
      <ln-problem .problem=${this.#save.problem}></ln-problem>
      <div class="ln-field">
        <label class="ln-field-label" for="name"
          >${text('admin.projects.name')}<span class="ln-field-required" aria-hidden="true">*</span></label
        >
        <input class="ln-input" id="name" name="name" required maxlength="100" ?readonly=${locked} .value=${project?.name ?? ''} />
      </div>
      ${project === undefined ? this.#key() : nothing}
      <div class="ln-field">
        <label class="ln-field-label" for="description">${text('admin.projects.description')}</label>
        <textarea
          class="ln-textarea"
          id="description"
          name="description"
          rows="3"
          maxlength="2000"
          ?readonly=${locked}
          .value=${project?.description ?? ''}
        ></textarea>
      </div>
      ${this.#department(project, locked)}
      ${
        locked
          ? nothing
          : html`<div class="acts">
              <button class="ln-button is-primary" type="submit" ?disabled=${this.#save.pending}>
                ${text(project === undefined ? 'admin.people.create' : 'admin.save')}
              </button>
            </div>`
      }
    </form>`
  }

  #key(): TemplateResult {
    const { text } = this.#localize
    return html`<div class="ln-field">
      <label class="ln-field-label" for="key">${text('admin.projects.key')}</label>
      <input
        class="ln-input"
        id="key"
        name="key"
        maxlength="17"
        pattern="[A-Za-z][A-Za-z0-9]{0,9}-[0-9]{1,6}"
        aria-describedby="key-hint"
      />
      <span class="ln-field-hint" id="key-hint">${text('admin.projects.key.hint')}</span>
    </div>`
  }

  #department(project: Project | undefined, locked: boolean): TemplateResult {
    const { text } = this.#localize
    const present = project?.departmentId ?? ''
    return html`<div class="ln-field">
      <label class="ln-field-label" for="departmentId">${text('admin.projects.department')}</label>
      <span class="ln-select-wrap"
        ><select class="ln-select" id="departmentId" name="departmentId" ?disabled=${locked}>
          <option value="" ?selected=${present === ''}>${text('admin.projects.department.none')}</option>
          ${this.departments.map(({ id, name }) => html`<option value=${id} ?selected=${id === present}>${name}</option>`)}</select
        >${icon(chevronDown)}</span
      >
    </div>`
  }

  readonly #onSubmit = (event: SubmitEvent) => {
    event.preventDefault()
    void this.#save.start(new FormData(event.target as HTMLFormElement))
  }
}
define('ln-project-form', LnProjectForm)
