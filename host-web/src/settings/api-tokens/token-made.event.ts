/** A token was made: its secret, to be shown this once. */
export class TokenMadeEvent extends Event {
  readonly token: string
  constructor(token: string) {
    super('ln-token-made')
    this.token = token
  }
}
