/** A department of the tree is to be shown. */
export class DepartmentChosenEvent extends Event {
  readonly departmentId: string
  constructor(departmentId: string) {
    super('ln-department-chosen', { bubbles: true, composed: true })
    this.departmentId = departmentId
  }
}
