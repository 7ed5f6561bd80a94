import { createCipheriv, createDecipheriv, createHash, createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'

/** Begins what was sealed; the id of the key and a dot follow. */
export const sensitiveMark = 'sealed.'
const mark = sensitiveMark

interface Key {
  /** Names the key in what it sealed; tells nothing of it */
  readonly id: string
  /** Objects: from bytes, a key would be made anew for each value */
  readonly encryption: KeyObject
  readonly nonce: KeyObject
}

const derived = (secret: string, purpose: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', `liaison sensitive ${purpose}`, 32))

function keyOf(secret: string): Key {
  const encryption = derived(secret, 'encryption')
  const id = createHash('sha256').update(encryption).digest('base64url').slice(0, 8)
  return { id, encryption: createSecretKey(encryption), nonce: createSecretKey(derived(secret, 'nonce')) }
}

/**
 * Seals single values with AES-256-GCM. The nonce is a keyed digest of place and value: the same value in the same column is
 * sealed the same, so that it can be found by an exact match without a second column; a dump shows which rows share a value,
 * as any blind index does. A value moved to another column does not open.
 */
export class SensitiveValues {
  readonly #keys: readonly Key[]

  /** @param secrets - the newest first: it seals; the others only open */
  constructor(secrets: readonly [string, ...string[]]) {
    this.#keys = secrets.map(keyOf)
  }

  /** Of the keys, the newest first */
  get keyIds(): readonly string[] {
    return this.#keys.map(({ id }) => id)
  }

  /** @param place - `table.property` */
  seal(place: string, value: string): string {
    return sealed(this.#keys[0]!, place, value)
  }

  /** What an exact match has to look for: the value as each key of the ring seals it. */
  candidates(place: string, value: string): readonly string[] {
    return this.#keys.map((key) => sealed(key, place, value))
  }

  /** @throws when it was changed, or no key of the ring sealed it. A value that was stored before sealing is answered as it is. */
  open(place: string, stored: string): string {
    if (!stored.startsWith(mark)) return stored
    const [id = '', text = ''] = stored.slice(mark.length).split('.')
    const key = this.#keys.find((candidate) => candidate.id === id)
    if (key === undefined) throw new Error(`${place}: sealed with a key that is not in the ring (${id})`)
    const bytes = Buffer.from(text, 'base64url')
    const decipher = createDecipheriv('aes-256-gcm', key.encryption, bytes.subarray(0, 12)).setAAD(Buffer.from(place))
    decipher.setAuthTag(bytes.subarray(12, 28))
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
  }

  /** Whether the newest key sealed it. */
  isCurrent(stored: string): boolean {
    return stored.startsWith(`${mark}${this.#keys[0]!.id}.`)
  }
}

function sealed({ id, encryption, nonce }: Key, place: string, value: string): string {
  const iv = createHmac('sha256', nonce).update(`${place}\u0000${value}`).digest().subarray(0, 12)
  const cipher = createCipheriv('aes-256-gcm', encryption, iv).setAAD(Buffer.from(place))
  const body = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()])
  return `${mark}${id}.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')}`
}
