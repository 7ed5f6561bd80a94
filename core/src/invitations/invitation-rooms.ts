import type { InvitationPart } from '@liaison/sdk/platform'
import type { Jobs, Mail, Work } from '@liaison/sdk/server'
import type { PeopleRooms } from '../directory/person-service.ts'
import type { Installation } from '../rooms/floors.ts'
import type { ConsentMemory } from '../privacy/consent-memory.ts'
import type { Sealed } from '../rooms/sealed.ts'
import type { InvitationEntity } from './invitation-entity.ts'

/** What the acts of this room work with. */
export interface InvitationRooms extends PeopleRooms {
  readonly installation: Installation
  readonly jobs: Jobs
  readonly mail: Mail
  readonly sealed: Sealed
  readonly consents: ConsentMemory
  /** Whether a person reaches an invitation, by what he may now */
  seenBy(personId: string, invitationId: string): Promise<boolean>
  /** What the modules will show to somebody who joins a project */
  partsOf(projectId: string): Promise<readonly InvitationPart[]>
}
export type InvitationWork = Work<typeof InvitationEntity>
