import type { DepartmentNode, Place } from './department-model.ts'

/** A department is to stand somewhere else; the page asks the server. */
export class DepartmentMovedEvent extends Event {
  readonly node: DepartmentNode
  readonly place: Place
  constructor(node: DepartmentNode, place: Place) {
    super('ln-department-moved', { bubbles: true, composed: true })
    this.node = node
    this.place = place
  }
}
