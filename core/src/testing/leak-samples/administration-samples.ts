import type { LeakSamples } from '@liaison/sdk/testing'

export const administrationSamples: readonly LeakSamples[] = [
  {
    plugin: 'access',
    rows: { core_role: 'world', core_role_cell: 'world', core_known_permission: 'world' },
    members: { 'roles/:id': 'core_role' },
    doors: { 'access.listPermissions': { shows: null } },
  },
  {
    plugin: 'jobs',
    rows: {
      core_job: () => ({ state: 'dead', data: '', attempts: 1 }),
    },
    members: { 'jobs/:id': 'core_job' },
  },
  {
    plugin: 'audit',
    rows: {},
    members: { 'entries/:id': null },
    doors: {
      'audit.read': { unjudged: 'as the list' },
      'audit.list': { unjudged: 'its lines are no rows of an entity: whoever may read the trail reads all of it' },
      'audit.export': { unjudged: 'as the list' },
    },
  },
  {
    plugin: 'content-filter',
    rows: {
      core_content_rule: ({ text }) => ({ kind: 'dictionary', action: 'flag', reach: 'all', terms: [text] }),
      core_content_flag: ({ personId }) => ({ personId, kind: 'im.message', state: 'open' }),
    },
    members: { 'rules/:id': 'core_content_rule', 'flags/:id': 'core_content_flag' },
  },
  {
    plugin: 'modules',
    rows: { core_roll_out: 'world', core_roll_out_change: 'world' },
    members: { key: null },
    doors: {
      'modules.list': { unjudged: 'modules are what is installed, no rows' },
      'modules.read': { unjudged: 'as the list' },
      'modules.change': { unjudged: 'as the list' },
      'modules.listChanges': { unjudged: 'as the list' },
    },
  },
  {
    plugin: 'privacy',
    // a published notice would keep everybody from everything else until he agrees
    rows: { core_consent_text: 'world', core_consent: () => ({}) },
    doors: {
      'privacy.exportMyData': { sees: (row, who) => row['personId'] === who.id },
      'privacy.listConsentTexts': { shows: null },
    },
  },
  {
    plugin: 'hand-over',
    rows: {},
    doors: {
      'hand-over.list': { shows: null, refuses: 'a colleague of a project is seen, and nobody’s to manage for that' },
    },
  },
  {
    plugin: 'tour',
    rows: { core_tour: () => ({}) },
    // it tells of the caller alone, by an instant
    doors: { 'tour.read': { shows: null } },
  },
]
