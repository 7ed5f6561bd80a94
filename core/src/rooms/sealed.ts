import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'

const algorithm = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16
const mark = 'k.'

interface Key {
  /** Names the key in what it sealed; tells nothing of it */
  readonly id: string
  readonly bytes: Buffer
}

function keyOf(secret: string, purpose: string): Key {
  const bytes = Buffer.from(hkdfSync('sha256', secret, '', `liaison.${purpose}`, 32))
  return { id: createHash('sha256').update(bytes).digest('base64url').slice(0, 8), bytes }
}

/** Texts that a dump of the database must not tell (AES-256-GCM). The same text looks different each time. */
export class Sealed {
  readonly #keys: readonly [Key, ...Key[]]

  /**
   * @param secrets - one, or a ring: the newest first, which seals; the others only open
   * @param purpose - what is sealed for one purpose cannot be opened for another
   */
  constructor(secrets: string | readonly [string, ...string[]], purpose: string) {
    const [newest, ...others] = typeof secrets === 'string' ? [secrets] : secrets
    this.#keys = [keyOf(newest!, purpose), ...others.map((secret) => keyOf(secret, purpose))]
  }

  /** Of the keys, the newest first */
  get keyIds(): readonly string[] {
    return this.#keys.map(({ id }) => id)
  }

  seal(text: string): string {
    const [{ id, bytes }] = this.#keys
    const nonce = randomBytes(nonceBytes)
    const cipher = createCipheriv(algorithm, bytes, nonce)
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    return `${mark}${id}.${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')}`
  }

  /** @throws when no key of the ring sealed it, or it was altered */
  open(sealed: string): string {
    // what was sealed before keys had names: the oldest did it
    if (!sealed.startsWith(mark)) return opened(this.#keys.at(-1)!, sealed)
    const [id, text = ''] = sealed.slice(mark.length).split('.')
    const key = this.#keys.find((one) => one.id === id)
    if (key === undefined) throw new Error(`sealed with a key that is not in the ring (${id})`)
    return opened(key, text)
  }
}

function opened({ bytes: key }: Key, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url')
  const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, nonceBytes))
  decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes))
  return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]).toString('utf8')
}
