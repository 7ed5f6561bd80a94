import { type Static, Type } from 'typebox'
import { operation } from '../contract/operation.ts'
import { definePermission } from '../contract/permission.ts'
import { invalidInput, notFound, staleVersion } from '../contract/problem.ts'
import { Id, Instant, nullable, pageOf, pageQuery, PersonSummary } from '../contract/shapes.ts'

/** Sees how modules and features are rolled out and used, and decides for whom they are on. */
export const modulesManage = definePermission('modules.manage', {
  title: { 'zh-CN': '管理模块与上线', en: 'Manage modules and roll-out' },
  scopes: ['none', 'all'],
  presets: { administrator: 'all' },
})

const Title = Type.Object({ 'zh-CN': Type.String(), en: Type.String() })

/** 开发中, 测试中, 已完成: what people are told about the state of the work; it opens and closes nothing. */
export const ModuleStage = Type.Enum(['development', 'testing', 'done'])
export type ModuleStage = Static<typeof ModuleStage>

/** Some people. `percentage` picks people inside the company, always the same ones: a larger share holds a smaller one. */
export const Audience = Type.Object({
  kind: Type.Enum(['all', 'inside', 'departments', 'people', 'percentage']),
  /** Of `departments`: with everything below them */
  departmentIds: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 200, uniqueItems: true })),
  /** Of `people` */
  personIds: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 500, uniqueItems: true })),
  /** Of `percentage` */
  percentage: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
})
export type Audience = Static<typeof Audience>

/** On for an audience from an instant, for good or until another one. */
export const RollOutStep = Type.Object({ audience: Audience, from: Instant, until: Type.Optional(nullable(Instant)) })
export type RollOutStep = Static<typeof RollOutStep>

/** How many people worked with it: seven days, the seven before, and the last eight weeks, oldest first. */
export const ModuleUse = Type.Object({ people: Type.Integer(), before: Type.Integer(), trend: Type.Array(Type.Integer()) })
export type ModuleUse = Static<typeof ModuleUse>

/** A module, or a feature of one, on the status board. */
export const ModuleEntry = Type.Object({
  /** Id of the module, or key of the feature */
  key: Type.String(),
  kind: Type.Enum(['module', 'feature']),
  moduleId: Type.String(),
  title: Title,
  /** Core functions in a few words */
  summary: nullable(Title),
  /** False: the server runs without it, whatever the roll-out says. */
  running: Type.Boolean(),
  owner: nullable(PersonSummary),
  stage: ModuleStage,
  /** When it is, or was, to be there for all; a plan, which opens nothing */
  goLiveAt: nullable(Instant),
  /** On for whoever one of the steps reaches. Null: no roll-out, on for everybody; empty: off for everybody */
  steps: nullable(Type.Array(RollOutStep)),
  /** People for whom it is on now, of all who are not disabled */
  reach: Type.Object({ people: Type.Integer(), of: Type.Integer() }),
  /** When a step begins or ends next */
  nextChangeAt: nullable(Instant),
  /** Null where it is on for fewer than five people, whose habits it would tell */
  use: nullable(ModuleUse),
  /** 0: never changed */
  version: Type.Integer(),
})
export type ModuleEntry = Static<typeof ModuleEntry>

const Key = Type.String({ minLength: 1, maxLength: 100 })
const params = Type.Object({ key: Key })

/** Every module with its features, in the order of the platform. */
export const listModules = operation({
  id: 'modules.list',
  method: 'GET',
  path: '/modules',
  permission: modulesManage,
  query: Type.Object(pageQuery),
  reply: pageOf(ModuleEntry),
  problems: [invalidInput],
})

/** One of them with where it is on and used: departments without one above them, groups of under five left out of the use. */
export const readModule = operation({
  id: 'modules.read',
  method: 'GET',
  path: '/modules/:key',
  permission: modulesManage,
  params,
  reply: Type.Object({
    ...ModuleEntry.properties,
    /** People whom each step reaches, in the order of the steps, whatever its dates */
    stepReach: Type.Array(Type.Integer()),
    departments: Type.Array(
      Type.Object({ id: Id, name: Type.String(), people: Type.Integer(), of: Type.Integer(), used: nullable(Type.Integer()) }),
    ),
    /** Whom the steps name */
    people: Type.Array(PersonSummary),
  }),
  problems: [notFound],
})

/** What a change of the steps does to people now, and when all its steps run. */
const RollOutForecast = Type.Object({
  people: Type.Integer(),
  of: Type.Integer(),
  gains: Type.Integer(),
  loses: Type.Integer(),
  stepReach: Type.Array(Type.Integer()),
  /** Some of those who gain it now, then of those who lose it */
  gaining: Type.Array(PersonSummary),
  losing: Type.Array(PersonSummary),
})
export type RollOutForecast = Static<typeof RollOutForecast>

/**
 * Changes what is said of a module or feature, and for whom it is on. Acts at once on all servers, also on open pages and
 * sockets; steps begin and end at their dates by themselves. With `dryRun` it only tells what would come of it.
 */
export const changeModule = operation({
  id: 'modules.change',
  method: 'PATCH',
  path: '/modules/:key',
  permission: modulesManage,
  params,
  body: Type.Object({
    stage: Type.Optional(ModuleStage),
    ownerId: Type.Optional(nullable(Id)),
    goLiveAt: Type.Optional(nullable(Instant)),
    steps: Type.Optional(nullable(Type.Array(RollOutStep, { maxItems: 20 }))),
    dryRun: Type.Optional(Type.Boolean()),
  }),
  reply: Type.Object({ applied: Type.Boolean(), module: ModuleEntry, forecast: RollOutForecast }),
  problems: [invalidInput, notFound, staleVersion],
})

/** One change of a roll-out. */
export const ModuleChange = Type.Object({
  id: Id,
  by: nullable(PersonSummary),
  at: Instant,
  stage: ModuleStage,
  owner: nullable(PersonSummary),
  goLiveAt: nullable(Instant),
  steps: nullable(Type.Array(RollOutStep)),
  /** What this change changed */
  changed: Type.Array(Type.Enum(['stage', 'ownerId', 'goLiveAt', 'steps'])),
})
export type ModuleChange = Static<typeof ModuleChange>

/** What was decided when and by whom, newest first. */
export const listModuleChanges = operation({
  id: 'modules.listChanges',
  method: 'GET',
  path: '/modules/:key/changes',
  permission: modulesManage,
  params,
  query: Type.Object(pageQuery),
  reply: pageOf(ModuleChange),
  problems: [invalidInput, notFound],
})
