import type { AnyEntity } from '@liaison/sdk/server'
import { migration } from '@liaison/sdk/server'
import { Channel, Member, Message } from './chat-entities.ts'
import { Folder, Page } from './document-entities.ts'
import { Comment, Participant, Task } from './task-entities.ts'

/** A plugin's data with all five kinds of scope: ladder, children, members, a tree, and what inherits. */
export { Channel, Comment, Folder, Member, Message, Page, Participant, Task }
export const sampleEntities = [Task, Participant, Comment, Channel, Member, Message, Folder, Page] as const
export const sampleTables: ReadonlyMap<string, AnyEntity> = new Map(sampleEntities.map((entity) => [entity.table, entity]))

export const sampleMigrations = [
  migration('20260301-tasks', async (change) => {
    await change.createTable(
      'sample_task',
      {
        title: 'text',
        ownerId: 'id',
        createdById: 'id',
        projectId: 'id?',
        departmentId: 'id?',
        dueAt: 'instant?',
        urgent: 'boolean',
        labels: 'json?',
      },
      {
        indexes: [
          ['dueAt', 'id'],
          ['ownerId', 'dueAt', 'id'],
          ['createdById', 'dueAt', 'id'],
          ['projectId', 'dueAt', 'id'],
          ['departmentId', 'dueAt', 'id'],
        ],
      },
    )
    await change.createTable(
      'sample_participant',
      { taskId: 'id', personId: 'id' },
      { unique: [['personId', 'taskId']], indexes: [['taskId']] },
    )
    await change.createTable('sample_comment', { taskId: 'id', authorId: 'id', text: 'text' }, { indexes: [['taskId', 'id']] })
  }),
  migration('20260301-chat', async (change) => {
    await change.createTable('sample_channel', { name: 'text', lastSeq: 'integer', lastNo: 'integer', lastAt: 'instant?' })
    await change.createTable(
      'sample_member',
      { channelId: 'id', personId: 'id', until: 'instant?', readSeq: 'integer', readNo: 'integer', readAt: 'instant?' },
      { unique: [['channelId', 'personId']], indexes: [['personId', 'channelId']] },
    )
    await change.createTable(
      'sample_message',
      { channelId: 'id', authorId: 'id', clientId: 'text', seq: 'integer', no: 'integer', text: 'text' },
      {
        unique: [['channelId', 'seq']],
      },
    )
  }),
  migration('20260301-documents', async (change) => {
    await change.createTable(
      'sample_folder',
      { name: 'text', parentId: 'id?', shareRootId: 'id', departmentId: 'id?', ownerId: 'id' },
      { indexes: [['shareRootId'], ['ownerId'], ['departmentId']] },
    )
    await change.createTable('sample_page', { title: 'text', folderId: 'id', ownerId: 'id' }, { indexes: [['folderId'], ['ownerId']] })
  }),
]
