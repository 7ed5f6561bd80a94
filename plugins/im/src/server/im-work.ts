import type { Setup, Work } from '@liaison/sdk/server'
import type { ChannelEntity } from './channel-entity.ts'
import type { MemberEntity } from './member-entity.ts'
import type { MessageEntity } from './message-entity.ts'

/** The tables of this plugin */
export type ImEntity = typeof ChannelEntity | typeof MemberEntity | typeof MessageEntity
/** A unit of work over them */
export type ImWork = Work<ImEntity>
export type Publish = Setup<ImEntity>['publish']
export type Fire = Setup<ImEntity>['fire']
