import { column, entity } from '@liaison/sdk/server'
import { docsRead, docsUpdate } from './permissions.ts'

const levels = { view: [docsRead], edit: [docsRead, docsUpdate] }

/** A folder tree: `shareRootId` names the nearest folder whose sharing was set. */
export const Folder = entity(
  'sample_folder',
  {
    name: column.string(),
    parentId: column.string().nullable(),
    shareRootId: column.string(),
    departmentId: column.string().nullable(),
    ownerId: column.string(),
  },
  { read: docsRead, own: ['ownerId'], department: 'departmentId', shares: { root: 'shareRootId', levels } },
)

/** What is granted on the folder is granted here, too, and a page may be shared alone. */
export const Page = entity(
  'sample_page',
  { title: column.string(), folderId: column.string(), ownerId: column.string() },
  { read: docsRead, own: ['ownerId'], inherits: ['folderId', 'sample_folder'], shares: { levels } },
)
