import { column, entity, via } from '@liaison/sdk/server'
import { tasksRead, tasksUpdate } from './permissions.ts'

/** The ladder, with participants in a side table, and single rows shared. */
export const Task = entity(
  'sample_task',
  {
    title: column.string(),
    ownerId: column.string(),
    createdById: column.string(),
    projectId: column.string().nullable(),
    departmentId: column.string().nullable(),
    dueAt: column.datetime().nullable(),
    urgent: column.boolean(),
    labels: column.json<string[]>().nullable(),
  },
  {
    read: tasksRead,
    own: ['ownerId', 'createdById', via('sample_participant', { row: 'taskId', key: 'personId' })],
    project: 'projectId',
    department: 'departmentId',
    shares: { levels: { view: [tasksRead], edit: [tasksRead, tasksUpdate] } },
  },
)

/** A child without authors: who reaches the task reaches its participants. */
export const Participant = entity(
  'sample_participant',
  { taskId: column.string(), personId: column.string() },
  { read: tasksRead, within: ['taskId', 'sample_task'] },
)

/** A child with authors: changing another's takes more than having an own task. */
export const Comment = entity(
  'sample_comment',
  { taskId: column.string(), authorId: column.string(), text: column.string() },
  { read: tasksRead, within: ['taskId', 'sample_task'], own: ['authorId'] },
)
