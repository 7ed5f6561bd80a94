import type { LocalizedText, Scope } from '@liaison/sdk'
import type { ScopeFact } from './scope-filters.ts'

/** What an explanation says, for office workers. */
export const scopeNames: Readonly<Record<Scope, LocalizedText>> = {
  none: { 'zh-CN': '无', en: 'none' },
  own: { 'zh-CN': '本人', en: 'own' },
  project: { 'zh-CN': '所在项目', en: 'project' },
  department: { 'zh-CN': '所在部门', en: 'department' },
  'department-tree': { 'zh-CN': '所在部门及下级部门', en: 'department and below' },
  all: { 'zh-CN': '全部', en: 'all' },
}

type Both = readonly [yes: LocalizedText, no: LocalizedText]

const factTexts: Readonly<Record<ScopeFact['fact'], Both>> = {
  all: [
    { 'zh-CN': '范围为“全部”，包含此内容', en: 'The scope is “all”, which includes it' },
    { 'zh-CN': '范围不是“全部”', en: 'The scope is not “all”' },
  ],
  open: [
    { 'zh-CN': '此类内容对所有持有该权限的人开放', en: 'Open to everybody who holds the permission' },
    { 'zh-CN': '此类内容未开放', en: 'Not open' },
  ],
  member: [
    { 'zh-CN': '是其成员', en: 'Is a member of it' },
    { 'zh-CN': '不是其成员，角色不能代替成员身份', en: 'Is no member of it; no role replaces a membership' },
  ],
  parent: [
    { 'zh-CN': '能查看它所属的内容', en: 'May see what it belongs to' },
    { 'zh-CN': '不能查看它所属的内容', en: 'May not see what it belongs to' },
  ],
  department: [
    { 'zh-CN': '属于范围内的部门', en: 'Belongs to a department in the scope' },
    { 'zh-CN': '不属于范围内的部门', en: 'Belongs to no department in the scope' },
  ],
  project: [
    { 'zh-CN': '属于范围内的项目', en: 'Belongs to a project in the scope' },
    { 'zh-CN': '不属于范围内的项目', en: 'Belongs to no project in the scope' },
  ],
  own: [
    { 'zh-CN': '是负责人、创建人或参与人', en: 'Owns it, made it or takes part in it' },
    { 'zh-CN': '不是负责人、创建人或参与人', en: 'Neither owns it, nor made it, nor takes part in it' },
  ],
  shared: [
    { 'zh-CN': '已单独共享给此人或其所在项目、部门', en: 'Was shared with the person, or with a project or department of the person' },
    { 'zh-CN': '没有单独共享给此人', en: 'Was not shared with the person' },
  ],
  inherited: [
    { 'zh-CN': '从上级内容继承', en: 'Inherited from what it lies in' },
    { 'zh-CN': '没有可继承的上级权限', en: 'Nothing is inherited from what it lies in' },
  ],
}

export const factText = (fact: ScopeFact['fact'], holds: boolean): LocalizedText => factTexts[fact][holds ? 0 : 1]

/** The same sentence in each language, around a part that differs by language. */
export const sentence = (make: (locale: 'zh-CN' | 'en') => string): LocalizedText => ({ 'zh-CN': make('zh-CN'), en: make('en') })
