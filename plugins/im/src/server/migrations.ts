import { migration } from '@liaison/sdk/server'

export const migrations = [
  migration('20260301-conversations', async (change) => {
    await change.createTable(
      'im_channel',
      {
        kind: 'text',
        name: 'text?',
        topic: 'text?',
        projectId: 'id?',
        directKey: 'text?',
        external: 'boolean',
        createdById: 'id',
        lastSeq: 'integer',
        lastNo: 'integer',
        lastAt: 'instant',
      },
      { unique: [['directKey']], indexes: [['projectId']] },
    )
    await change.createTable(
      'im_member',
      {
        channelId: 'id',
        personId: 'id',
        role: 'text',
        until: 'instant?',
        readSeq: 'integer',
        readNo: 'integer',
        readAt: 'instant?',
        muted: 'boolean',
      },
      { unique: [['channelId', 'personId']], indexes: [['personId', 'channelId']] },
    )
    await change.createTable(
      'im_message',
      {
        channelId: 'id',
        seq: 'integer',
        no: 'integer',
        kind: 'text',
        senderId: 'id',
        clientId: 'text',
        text: 'text?',
        targetId: 'id?',
        replyToId: 'id?',
        threadId: 'id?',
        mentioned: 'text?',
        fileIds: 'json?',
        note: 'json?',
        editedAt: 'instant?',
        recalledAt: 'instant?',
      },
      // clientId first: what is being sent now lies together, instead of one page per sender
      {
        unique: [
          ['channelId', 'seq'],
          ['clientId', 'senderId'],
        ],
      },
    )
    // Partial: messages that mention nobody cost nothing here
    await change.run('create index im_message_mentioned on im_message (channel_id, seq) where mentioned is not null')
  }),
  // a message's id says what was sent by whom: sent again it is the same, without an index of its own
  migration('20261124-ids-of-messages', (change) => change.run('drop index im_message_client_id_sender_id')),
]
