import { createToken } from '@liaison/sdk'
import type { Access } from '../access/access.ts'
import type { Database, WriteUnit } from '../data/database.ts'
import type { Dispatcher } from '../http/dispatcher.ts'
import type { Kernel } from '../kernel/kernel.ts'

/**
 * What the floors below offer to the core's own rooms. The platform provides these tokens to built-in rooms only: a plugin
 * that asks for one fails to start.
 */
export const database = createToken<Database>('core.Database')
export const kernel = createToken<Kernel>('core.Kernel')
/** Ready once everything is set up: ask for it when it is used, not during `setup`. */
export const dispatcher = createToken<Dispatcher>('core.Dispatcher')

/** The compiled rights of people, as far as the rooms need them; the access cache is one. */
export interface CompiledAccess {
  /** From memory when it is known there; undefined for somebody unknown or disabled. */
  get(personId: string): Access | undefined | Promise<Access | undefined>
  /** Drops what is compiled, on every process, with the commit of the unit. `*`: everybody (roles, matrix, department tree). */
  changed(unit: WriteUnit, personId: string): void
}
export const compiledAccess = createToken<CompiledAccess>('core.CompiledAccess')

/** What the configuration says about this installation. */
export interface Installation {
  /** Shown to people: the company's name */
  readonly name: string
  /** Of the platform */
  readonly version: string
  /** `https://…` marks cookies `Secure`. */
  readonly publicUrl: string | undefined
  /** Keys what the installation signs; at least 32 characters */
  readonly secret: string
  /** What seals sensitive values, the newest first; the others only open */
  readonly keyRing: readonly [string, ...string[]]
  /** Folder for what is kept beside the database */
  readonly dataFolder: string
}
export const installation = createToken<Installation>('core.Installation')
