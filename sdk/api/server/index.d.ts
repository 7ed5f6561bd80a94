/** What the server part of a plugin is written with. */
export { type Belongings, belongings, type BelongingsRegistry } from './leaving.ts';
export { contentChecking, type ContentFlag, type ContentGuard, contentGuard, type ContentPlace, type ContentVerdict, type TextToCheck, } from './content-guard.ts';
export { type AnyEntity, column, type Entity, type EntityOptions, entity, type NewRow, type Row, type ScopeRule, type ShareLevel, type Tables, type Via, via, } from './entity.ts';
export { type JobHandler, type JobOptions, type Jobs, jobs, type JobWish } from './jobs.ts';
export { type AnyLog, isLog, type Log, type LogRule, log } from './log.ts';
export { type Letter, type LetterOptions, type Mail, mail } from './mail.ts';
export { type ColumnSpec, type ColumnType, type Migration, migration, type SchemaChange, type TableOptions } from './migration.ts';
export { type AnyPlugin, definePlugin, type DemoCompany, type DemoContent, type Logger, type PluginDefinition, type Requirement, type Setup, } from './plugin.ts';
export { type Clock, clock, type People, people, type Presence, presence, type RollOut, rollOut } from './services.ts';
export { defineTopic, type Topic } from './topic.ts';
export { type Actor, type Answer, type AppendHandler, answer, type Binding, bind, type EntityRows, type Fresh, type Given, type Handler, type LogRows, type ReadingPosition, type Order, type Origin, type Patch, type PreparedHandler, type Rows, type Where, type Work, } from './work.ts';
