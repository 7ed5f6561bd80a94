import type { ModuleStage } from '@liaison/sdk/platform'
import { icon } from '@liaison/sdk/web'
import { circleCheck, codeXml, flaskConical } from '@liaison/sdk/icons'
import { html, type TemplateResult } from 'lit'

export const stages: readonly ModuleStage[] = ['development', 'testing', 'done']
export const stageIcons = { development: codeXml, testing: flaskConical, done: circleCheck } as const
const status = { development: 'todo', testing: 'doing', done: 'done' } as const

/** 开发中, 测试中, 已完成: a word with its icon. */
export const stageMark = (stage: ModuleStage, text: (key: string) => string): TemplateResult =>
  html`<span class="ln-status" data-status=${status[stage]}>${icon(stageIcons[stage], 14)}${text(`modules.stage.${stage}`)}</span>`
