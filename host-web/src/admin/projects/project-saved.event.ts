import type { Project } from '@liaison/sdk/platform'

/** The server has stored a project, or who takes part in it. */
export class ProjectSavedEvent extends Event {
  readonly project: Project
  constructor(project: Project) {
    super('ln-project-saved', { bubbles: true, composed: true })
    this.project = project
  }
}
