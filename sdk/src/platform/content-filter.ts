import { type Static, Type } from 'typebox'
import { operation } from '../contract/operation.ts'
import { definePermission } from '../contract/permission.ts'
import { conflict, defineProblem, invalidInput, notFound, staleVersion } from '../contract/problem.ts'
import { Id, Instant, nullable, pageOf, pageQuery, PersonSummary, text } from '../contract/shapes.ts'

/** Keeping the rules in front of what people write, and reviewing what they noted. */
export const contentFilterManage = definePermission('content-filter.manage', {
  title: { 'zh-CN': '管理内容过滤', en: 'Manage the content filter' },
  scopes: ['none', 'all'],
  presets: { administrator: 'all' },
})

/** `members.errors` names the term: a pattern that cannot be read, or that would be too large. */
export const tooManyTerms = defineProblem('content-filter/too-many-terms', 409, {
  'zh-CN': '全部规则的词条或表达式总量超出上限',
  en: 'All rules together hold more words or patterns than there may be',
})

/** Most terms of one rule */
export const mostTerms = 20_000
/** Characters of one term */
export const longestTerm = 500
/** Characters of a text that is tried out */
export const longestTrial = 20_000

/** The marks that a rule of kind `mark` may look for, in this order of weight. */
export const contentMarks = ['绝密', '机密', '秘密', '核心商密', '普通商密'] as const

/**
 * `mark`: a classification at the head of a text (`机密★10年`), not the word in a sentence. `pattern`: regular expressions of
 * RE2, whose time is linear. `dictionary`: words, also in full width, in traditional characters, or pulled apart.
 */
const RuleKind = Type.Enum(['mark', 'pattern', 'dictionary'])
const RuleAction = Type.Enum(['block', 'flag'])
/** `outside`: only where people from outside the company read along */
const RuleReach = Type.Enum(['all', 'outside'])
const Modules = Type.Array(Type.String({ maxLength: 60, pattern: '^[a-z][a-z0-9-]*$' }), { maxItems: 50, uniqueItems: true })
const Terms = Type.Array(text(longestTerm), { minItems: 1, maxItems: mostTerms })
const Reason = nullable(text(200))

export const ContentRule = Type.Object({
  id: Id,
  name: Type.String(),
  kind: RuleKind,
  action: RuleAction,
  reach: RuleReach,
  /** Ids of the modules whose texts it looks at; empty: all */
  modules: Type.Array(Type.String()),
  /** What authors are told beside the name */
  reason: nullable(Type.String()),
  enabled: Type.Boolean(),
  termCount: Type.Integer(),
  /** Texts that it refused, and noted, in the last 30 days */
  blocked: Type.Integer(),
  flagged: Type.Integer(),
  updatedAt: Instant,
  version: Type.Integer(),
})
export type ContentRule = Static<typeof ContentRule>
/** With what it looks for: marks, patterns or words. */
export const ContentRuleDetail = Type.Object({ ...ContentRule.properties, terms: Type.Array(Type.String()) })
export type ContentRuleDetail = Static<typeof ContentRuleDetail>

const ruleMembers = {
  name: text(60),
  kind: RuleKind,
  action: RuleAction,
  reach: Type.Optional(RuleReach),
  modules: Type.Optional(Modules),
  reason: Type.Optional(Reason),
  enabled: Type.Optional(Type.Boolean()),
  terms: Terms,
}
const ruleBody = Type.Object(ruleMembers)
export type ContentRuleWish = Static<typeof ruleBody>
/** A dictionary of 20,000 words, in bytes */
const bodyLimit = 2 * 1024 * 1024

export const listContentRules = operation({
  id: 'content-filter.listRules',
  method: 'GET',
  path: '/content-filter/rules',
  permission: contentFilterManage,
  query: Type.Object(pageQuery),
  reply: pageOf(ContentRule),
  problems: [invalidInput],
})
export const readContentRule = operation({
  id: 'content-filter.readRule',
  method: 'GET',
  path: '/content-filter/rules/:id',
  permission: contentFilterManage,
  params: Type.Object({ id: Id }),
  reply: ContentRuleDetail,
  problems: [notFound],
})
/** In force for the next text that anybody writes, on every server. A pattern that RE2 cannot read is invalidInput (400). */
export const createContentRule = operation({
  id: 'content-filter.createRule',
  method: 'POST',
  path: '/content-filter/rules',
  permission: contentFilterManage,
  status: 201,
  bodyLimit,
  body: ruleBody,
  reply: ContentRuleDetail,
  problems: [invalidInput, conflict, tooManyTerms],
})
export const changeContentRule = operation({
  id: 'content-filter.changeRule',
  method: 'PATCH',
  path: '/content-filter/rules/:id',
  permission: contentFilterManage,
  bodyLimit,
  params: Type.Object({ id: Id }),
  body: Type.Partial(ruleBody),
  reply: ContentRuleDetail,
  problems: [notFound, invalidInput, conflict, staleVersion, tooManyTerms],
})
export const deleteContentRule = operation({
  id: 'content-filter.deleteRule',
  method: 'DELETE',
  path: '/content-filter/rules/:id',
  permission: contentFilterManage,
  params: Type.Object({ id: Id }),
  problems: [notFound],
})

export const ContentFinding = Type.Object({
  /** Null for a rule that is only being written */
  ruleId: nullable(Id),
  rule: Type.String(),
  action: RuleAction,
  /** UTF-16 code units */
  from: Type.Integer(),
  to: Type.Integer(),
})
export type ContentFinding = Static<typeof ContentFinding>
/** What would become of a text, under the rules in force or under one that is being written. Nothing is stored. */
export const tryContentRules = operation({
  id: 'content-filter.try',
  method: 'POST',
  path: '/content-filter/trials',
  permission: contentFilterManage,
  bodyLimit,
  body: Type.Object({
    text: text(longestTrial),
    /** Whether people from outside would read it; default false */
    outside: Type.Optional(Type.Boolean()),
    /** Id of the module it would be written in; default: rules of any module count */
    module: Type.Optional(Type.String({ maxLength: 60 })),
    /** This rule alone, as it stands in the editor */
    draft: Type.Optional(Type.Object({ kind: RuleKind, action: RuleAction, terms: Terms, name: Type.Optional(text(60)) })),
  }),
  reply: Type.Object({
    outcome: Type.Enum(['pass', 'flag', 'block']),
    /** In the order of the text, the first hundred */
    findings: Type.Array(ContentFinding),
  }),
  problems: [invalidInput],
})

const FlagState = Type.Enum(['open', 'reviewed'])
const Place = Type.Object({ type: Type.String(), id: Id })
/** A text that was stored and noted. What it says is not kept here: who may see the thing itself reads it there. */
export const ContentFlagEntry = Type.Object({
  id: Id,
  at: Instant,
  person: PersonSummary,
  ruleId: nullable(Id),
  rule: Type.String(),
  /** `plugin.what` */
  kind: Type.String(),
  from: Type.Integer(),
  to: Type.Integer(),
  state: FlagState,
  /** What the text became; null when it was not stored, or nobody knows */
  thing: nullable(Place),
  /** Where it was written */
  place: nullable(Place),
  /** Whether the caller may see it: only then a link leads anywhere */
  visible: Type.Boolean(),
  reviewedBy: nullable(PersonSummary),
  reviewedAt: nullable(Instant),
  version: Type.Integer(),
})
export type ContentFlagEntry = Static<typeof ContentFlagEntry>
/** Newest first. */
export const listContentFlags = operation({
  id: 'content-filter.listFlags',
  method: 'GET',
  path: '/content-filter/flags',
  permission: contentFilterManage,
  query: Type.Object({ ...pageQuery, state: Type.Optional(FlagState), ruleId: Type.Optional(Id) }),
  reply: pageOf(ContentFlagEntry),
  problems: [invalidInput],
})
/** Marks it as looked at, or opens it again. */
export const reviewContentFlag = operation({
  id: 'content-filter.reviewFlag',
  method: 'PATCH',
  path: '/content-filter/flags/:id',
  permission: contentFilterManage,
  params: Type.Object({ id: Id }),
  body: Type.Object({ state: FlagState }),
  reply: ContentFlagEntry,
  problems: [notFound, staleVersion],
})

/** Figures of the last 30 days. */
export const readContentStatistics = operation({
  id: 'content-filter.statistics',
  method: 'GET',
  path: '/content-filter/statistics',
  permission: contentFilterManage,
  reply: Type.Object({
    blocked: Type.Integer(),
    flagged: Type.Integer(),
    /** Flags that nobody has looked at, of all time */
    open: Type.Integer(),
    /** One a day, oldest first, UTC; every day of the 30 */
    days: Type.Array(Type.Object({ day: Type.String({ description: 'YYYY-MM-DD' }), blocked: Type.Integer(), flagged: Type.Integer() })),
  }),
})
