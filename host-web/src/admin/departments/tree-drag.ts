import type { ReactiveController, ReactiveElement } from 'lit'
import type { DepartmentNode, Place } from './department-model.ts'

/** Where a line is dropped, against the line below the mouse. */
export type Where = 'before' | 'inside' | 'after'
interface Tree {
  nodeOf(event: Event): DepartmentNode | undefined
  /** Undefined where it may not go, or stands already */
  place(node: DepartmentNode, target: DepartmentNode, where: Where): Place | undefined
  open(node: DepartmentNode): void
  move(node: DepartmentNode, place: Place): void
}

/** ms over a closed department until it opens */
const openAfter = 600

/** Lines of a tree dragged by the mouse: the upper and lower quarters of a line mean before and behind it. */
export class TreeDrag implements ReactiveController {
  readonly #host: ReactiveElement
  readonly #tree: Tree
  #dragged: DepartmentNode | undefined
  #drop: { readonly id: string; readonly where: Where } | undefined
  #over: string | undefined
  #opening: ReturnType<typeof setTimeout> | undefined

  constructor(host: ReactiveElement, tree: Tree) {
    this.#host = host
    this.#tree = tree
    host.addController(this)
  }
  hostConnected(): void {}
  hostDisconnected(): void {
    clearTimeout(this.#opening)
  }

  /** How the mouse is over a line, when something can be dropped there. */
  on(id: string): Where | undefined {
    return this.#drop?.id === id ? this.#drop.where : undefined
  }

  readonly onStart = (event: DragEvent): void => {
    this.#dragged = this.#tree.nodeOf(event)
    event.dataTransfer?.setData('text/plain', this.#dragged?.department.name ?? '')
    if (event.dataTransfer !== null) event.dataTransfer.effectAllowed = 'move'
  }
  readonly onOver = (event: DragEvent): void => {
    const target = this.#tree.nodeOf(event)
    const found = this.#find(target, event)
    if (found !== undefined) event.preventDefault()
    this.#wait(target)
    const next = target === undefined || found === undefined ? undefined : { id: target.department.id, where: found.where }
    if (next?.id === this.#drop?.id && next?.where === this.#drop?.where) return
    this.#drop = next
    this.#host.requestUpdate()
  }
  readonly onDrop = (event: DragEvent): void => {
    const found = this.#find(this.#tree.nodeOf(event), event)
    event.preventDefault()
    if (this.#dragged !== undefined && found !== undefined) this.#tree.move(this.#dragged, found.place)
    this.onEnd()
  }
  readonly onEnd = (): void => {
    clearTimeout(this.#opening)
    this.#dragged = undefined
    this.#drop = undefined
    this.#over = undefined
    this.#host.requestUpdate()
  }

  /** A closed department opens when the mouse stays over it. */
  #wait(target: DepartmentNode | undefined) {
    if (target?.department.id === this.#over) return
    this.#over = target?.department.id
    clearTimeout(this.#opening)
    if (target !== undefined && target.children.length > 0) this.#opening = setTimeout(() => this.#tree.open(target), openAfter)
  }

  #find(target: DepartmentNode | undefined, event: DragEvent): { readonly where: Where; readonly place: Place } | undefined {
    const line = (event.target as HTMLElement).closest('[role=treeitem]')?.getBoundingClientRect()
    if (this.#dragged === undefined || target === undefined || line === undefined) return undefined
    const part = (event.clientY - line.top) / line.height
    const wanted: Where = part < 0.25 ? 'before' : part > 0.75 ? 'after' : 'inside'
    for (const where of [wanted, 'inside'] as const) {
      const place = this.#tree.place(this.#dragged, target, where)
      if (place !== undefined) return { where, place }
    }
    return undefined
  }
}
