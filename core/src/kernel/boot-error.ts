/** The start cannot go on; the message says what to mend, for the person who runs the platform. */
export class BootError extends Error {
  override readonly name = 'BootError'
}
