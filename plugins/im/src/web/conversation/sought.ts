/** A message to be brought into view: each object is one wish. */
export interface Sought {
  readonly messageId: string
}
