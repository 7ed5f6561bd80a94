import { hash } from '@node-rs/argon2'
import { randomInt } from 'node:crypto'

/** Without what is mistaken for something else on paper: 0 O, 1 l I */
const letters = 'abcdefghijkmnpqrstuvwxyz23456789'
const length = 16
/**
 * Stretching makes guessing dear where people choose; 80 bits of chance are beyond guessing as they are. It would take
 * minutes for a whole company.
 */
const lightly = { memoryCost: 64, timeCost: 1, parallelism: 1 }

export interface FirstPassword {
  readonly password: string
  readonly passwordHash: string
}

/** A password by chance (80 bits, in groups of four), and its argon2id hash. */
export async function firstPassword(): Promise<FirstPassword> {
  const signs = Array.from({ length }, () => letters[randomInt(letters.length)]!)
  const password = [0, 4, 8, 12].map((at) => signs.slice(at, at + 4).join('')).join('-')
  return { password, passwordHash: await hash(password, lightly) }
}
