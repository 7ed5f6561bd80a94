import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { BootError } from './boot-error.ts'
import type { FoundPlugin } from './kernel.ts'
import { closed } from './closed-schema.ts'
import { placeOf } from './schema-error.ts'

/**
 * The plugin's settings, checked against its schema, defaults filled in.
 * @throws BootError with the place, what was expected and what was found
 */
export function settingsOf({ definition, settings = {} }: FoundPlugin): unknown {
  const given: unknown = structuredClone(settings)
  if (definition.settings === undefined) {
    if (Object.keys(given as object).length > 0)
      throw new BootError(`plugins.${definition.id}.settings: "${definition.id}" has no settings`)
    return given
  }
  const ajv = new Ajv({ strict: true, allErrors: true, useDefaults: true, verbose: true })
  addFormats.default(ajv)
  const valid = ajv.compile(closed(definition.settings))
  if (valid(given)) return given
  throw new BootError(valid.errors!.map((error) => placeOf(error, `plugins.${definition.id}.settings`)).join('\n'))
}
