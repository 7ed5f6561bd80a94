import type { ConsentWords } from '@liaison/sdk/platform'
import { privacyManage } from '@liaison/sdk/platform'
import { column, entity, migration } from '@liaison/sdk/server'

/** A version of the privacy notice that an administrator has published; rows are never changed. */
export const ConsentTextEntity = entity(
  'core_consent_text',
  {
    /** The day of its publication; `.2` and so on for further ones of that day */
    name: column.string(),
    required: column.boolean(),
    noteChinese: column.text(),
    noteEnglish: column.text(),
    chinese: column.json<ConsentWords>(),
    english: column.json<ConsentWords>(),
    publishedById: column.string(),
  },
  { read: privacyManage, open: true },
  { auditedValues: ['name', 'required', 'noteChinese'] },
)

/** Who agreed to which version, and when (`createdAt`). It stays as proof after it was taken back. */
export const ConsentEntity = entity(
  'core_consent',
  {
    personId: column.string(),
    textName: column.string(),
    withdrawnAt: column.datetime().nullable(),
  },
  { read: privacyManage, own: ['personId'] },
  { auditedValues: ['textName', 'withdrawnAt'] },
)

export const privacyEntities = [ConsentTextEntity, ConsentEntity] as const
export type PrivacyEntity = (typeof privacyEntities)[number]

export const privacyMigrations = [
  migration('20261124-consents', async (change) => {
    await change.createTable(
      'core_consent_text',
      {
        name: 'text',
        required: 'boolean',
        noteChinese: 'text',
        noteEnglish: 'text',
        chinese: 'json',
        english: 'json',
        publishedById: 'id',
      },
      { unique: [['name']] },
    )
    await change.createTable(
      'core_consent',
      { personId: 'id', textName: 'text', withdrawnAt: 'instant?' },
      {
        indexes: [
          ['personId', 'id'],
          ['textName', 'personId'],
        ],
      },
    )
  }),
]
