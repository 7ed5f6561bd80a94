import { hash, randomBytes } from 'node:crypto'

/** 256 random bits: what a cookie or token carries. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** What the database keeps of it: a dump tells no secret. */
export const hashOf = (secret: string): string => hash('sha256', secret, 'hex')
