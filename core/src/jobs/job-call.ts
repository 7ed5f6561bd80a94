import type { Work } from '@liaison/sdk/server'
import { nobody } from '../access/access.ts'
import type { Dispatcher } from '../http/dispatcher.ts'
import type { CompiledAccess } from '../rooms/floors.ts'

/** Makes what the handler of a job calls operations with: as the person, with what he may at each call; null: as nobody. */
export type CallAs = (personId: string | null) => Work['call']

export const callsBy =
  (parts: { readonly access: Pick<CompiledAccess, 'get'>; dispatcher(): Pick<Dispatcher, 'call'> }): CallAs =>
  (personId) =>
  async (operation, input) => {
    const access = personId === null ? undefined : await parts.access.get(personId)
    const stranger = access === undefined ? await parts.access.get(nobody.personId) : undefined
    return parts.dispatcher().call(operation, { access, stranger, isUnasked: true }, input)
  }
