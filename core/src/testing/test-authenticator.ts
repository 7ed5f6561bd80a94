import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'

const text = (value: string): Buffer => head(3, Buffer.byteLength(value), Buffer.from(value))
const bytes = (value: Buffer): Buffer => head(2, value.length, value)
const integer = (value: number): Buffer => (value >= 0 ? head(0, value) : head(1, -1 - value))
const map = (...pairs: readonly (readonly [Buffer, Buffer])[]): Buffer => head(5, pairs.length, ...pairs.flat())

/** The head of a CBOR item (RFC 8949, 3), and what follows it. */
function head(kind: number, value: number, ...rest: readonly Buffer[]): Buffer {
  const first = kind << 5
  const start =
    value < 24
      ? Buffer.from([first | value])
      : value < 256
        ? Buffer.from([first | 24, value])
        : Buffer.from([first | 25, value >> 8, value & 255])
  return Buffer.concat([start, ...rest])
}

const sha256 = (value: string | Buffer): Buffer => createHash('sha256').update(value).digest()
const flags = { present: 1, verified: 4, backedUp: 24, attested: 64 }

/** A passkey in software (ES256, no attestation), as a browser on a page would use it. */
export class TestAuthenticator {
  readonly id = randomBytes(32)
  readonly #site: string
  readonly #key: KeyObject
  readonly #publicKey: Buffer
  #userHandle = ''
  /** Signatures so far */
  counter = 0

  /** @param site - origin of the page */
  constructor(site = 'http://localhost') {
    this.#site = site
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' }) as { x?: string; y?: string }
    this.#key = privateKey
    this.#publicKey = map(
      [integer(1), integer(2)],
      [integer(3), integer(-7)],
      [integer(-1), integer(1)],
      [integer(-2), bytes(Buffer.from(x, 'base64url'))],
      [integer(-3), bytes(Buffer.from(y, 'base64url'))],
    )
  }

  /** Answers PublicKeyCredentialCreationOptionsJSON. */
  make({ challenge, rp, user }: { challenge: string; rp: { id: string }; user: { id: string } }) {
    this.#userHandle = user.id
    const credential = Buffer.concat([Buffer.alloc(16), Buffer.from([0, this.id.length]), this.id, this.#publicKey])
    const data = Buffer.concat([this.#data(rp.id, flags.present | flags.verified | flags.backedUp | flags.attested), credential])
    const attestation = map([text('fmt'), text('none')], [text('attStmt'), map()], [text('authData'), bytes(data)])
    return {
      id: this.id.toString('base64url'),
      response: {
        clientDataJSON: this.#client('webauthn.create', challenge).toString('base64url'),
        attestationObject: attestation.toString('base64url'),
        transports: ['internal'],
      },
    }
  }

  /** Answers PublicKeyCredentialRequestOptionsJSON. @param options.verified - the device has made sure who holds it */
  answer({ challenge, rpId }: { challenge: string; rpId: string }, { verified = true }: { verified?: boolean } = {}) {
    this.counter += 1
    const data = this.#data(rpId, flags.present | flags.backedUp | (verified ? flags.verified : 0))
    const client = this.#client('webauthn.get', challenge)
    const signature = createSign('sha256')
      .update(Buffer.concat([data, sha256(client)]))
      .sign(this.#key)
    return {
      id: this.id.toString('base64url'),
      response: {
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: signature.toString('base64url'),
        userHandle: this.#userHandle,
      },
    }
  }

  #data(rpId: string, flag: number): Buffer {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(this.counter)
    return Buffer.concat([sha256(rpId), Buffer.from([flag]), counter])
  }

  #client(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.#site, crossOrigin: false }))
  }
}
