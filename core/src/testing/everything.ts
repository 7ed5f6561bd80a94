import { rankOf, type Access, type Grant } from '../access/access.ts'

const all: Grant = { rank: rankOf('all'), own: true, projects: [], departments: [] }

class EveryGrant extends Map<string, Grant> {
  override get(): Grant {
    return all
  }
  override has(): boolean {
    return true
  }
}

/** Who builds the world of a test: may do everything, and is nobody. */
export const everything: Access = { personId: '', external: false, grants: new EveryGrant(), subjects: [], modules: undefined }
