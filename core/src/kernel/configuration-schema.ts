import { type Static, Type } from 'typebox'

const Plugin = Type.Object(
  {
    optional: Type.Optional(Type.Boolean({ default: false, description: 'Start without it when it fails' })),
    settings: Type.Optional(Type.Record(Type.String(), Type.Unknown(), { description: "Checked against the plugin's own schema" })),
  },
  { additionalProperties: false },
)

const Room = Type.Object(
  { settings: Type.Record(Type.String(), Type.Unknown(), { description: "Checked against the room's own schema" }) },
  { additionalProperties: false },
)

/** `liaison.config.json`. Each member is documented here; `liaison.schema.json` is this, for editors. */
export const ConfigurationFile = Type.Object(
  {
    $schema: Type.Optional(Type.String()),
    name: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 60,
        default: 'Liaison',
        description: 'What people read in the title and on the sign-in page',
      }),
    ),
    host: Type.Optional(Type.String({ minLength: 1, default: '0.0.0.0', description: 'Address to listen on' })),
    port: Type.Optional(Type.Integer({ minimum: 0, maximum: 65535, default: 8080, description: '0 takes any free port' })),
    data: Type.Optional(
      Type.String({ minLength: 1, default: './data', description: 'Folder for the database, files and the secret; relative to this file' }),
    ),
    databaseUrl: Type.Optional(
      Type.String({
        pattern: '^(postgres(ql)?://.+|sqlite:.+)$',
        description: 'postgres://… or sqlite:<file>; default: liaison.sqlite in the data folder',
      }),
    ),
    publicUrl: Type.Optional(
      Type.String({
        pattern: '^https?://[^/?#]+/?$',
        description: 'Address that browsers use, e.g. https://liaison.example.com; decides Secure cookies and the origins that may connect',
      }),
    ),
    secret: Type.Optional(
      Type.String({ minLength: 32, description: 'Key of signatures and encryption; default: made once and kept in the data folder' }),
    ),
    encryptionKeys: Type.Optional(
      Type.Array(Type.String({ minLength: 32, maxLength: 500, pattern: '^[^\\s,]+$' }), {
        minItems: 1,
        maxItems: 20,
        description:
          'Keys of sensitive values, the newest first: it seals, the others open what they sealed. Default: the secret alone, which opens in any case',
      }),
    ),
    trustProxy: Type.Optional(
      Type.Boolean({ default: false, description: 'Take the client address from X-Forwarded-For of a proxy in front' }),
    ),
    rateLimit: Type.Optional(
      Type.Enum(['on', 'off'], { default: 'on', description: 'Request limits by person and address; the sign-in throttle stays on' }),
    ),
    logLevel: Type.Optional(Type.Enum(['debug', 'info', 'warn', 'error', 'silent'], { default: 'info' })),
    demo: Type.Optional(Type.Boolean({ default: true, description: 'Make the demo company when the database is empty' })),
    demoPassword: Type.Optional(
      Type.String({ minLength: 1, description: 'Password of every demo account; default: random, printed once' }),
    ),
    rooms: Type.Optional(
      Type.Record(Type.String({ minLength: 1 }), Room, {
        default: {},
        description: 'Settings of what is always on, by its id, e.g. how long sessions last: "auth": { "settings": { "idleHours": 8 } }',
      }),
    ),
    plugins: Type.Optional(
      Type.Record(Type.String({ minLength: 1 }), Plugin, {
        default: {},
        description: 'By package name, or by a folder that begins with ./, ../ or /',
      }),
    ),
  },
  { additionalProperties: false, title: 'Liaison configuration' },
)
export type ConfigurationFile = Static<typeof ConfigurationFile>
