import type { FastifyInstance } from 'fastify'
import type { WebParts } from './web-parts.ts'

export interface Pages extends WebParts {
  /** Serves the shell for page addresses, and the built files. Register after everything else. */
  register(app: FastifyInstance): void
}

/** Addresses that are never pages */
export const notPages = /^\/(api|healthz|readyz|metrics)(\/|\?|$)/
