import type { Role } from '@liaison/sdk/platform'
import { describe, expect, it } from 'vitest'
import { columnsOf, linesOf, type Matrix } from './matrix-model.ts'

const role = (name: string): Role => ({ id: name, key: null, name, description: '', external: false, version: 1 })
const row = (key: string, title: string) => ({ key, plugin: key.split('.')[0] ?? '', title: { 'zh-CN': title, en: key }, scopes: [] })
const matrix: Matrix = {
  rows: [row('tasks.create', '新建任务'), row('tasks.read', '查看任务'), row('market.read', '查看市场数据')],
  columns: [role('市场专员'), role('部门负责人')],
  cells: {},
}
const left = (text: string) => {
  const filter = { text, module: '', role: '', onlyChanged: false }
  const lines = linesOf(matrix, new Map(), filter, 'zh-CN')
  return {
    permissions: lines.flatMap((line) => (line.kind === 'permission' ? line.permission.key : [])),
    roles: columnsOf(matrix, filter).map(({ name }) => name),
  }
}

describe('the filter of the matrix', () => {
  it('takes words for permissions and for roles, in any order', () => {
    expect(left('专员 新建')).toEqual({ permissions: ['tasks.create'], roles: ['市场专员'] })
    expect(left('新建 市场专员')).toEqual({ permissions: ['tasks.create'], roles: ['市场专员'] })
  })

  it('shows all permissions of a role that is named alone', () => {
    expect(left('专员')).toEqual({ permissions: ['tasks.create', 'tasks.read', 'market.read'], roles: ['市场专员'] })
  })

  it('takes a word that a permission and a role have for the permission', () => {
    expect(left('市场')).toEqual({ permissions: ['market.read'], roles: ['市场专员', '部门负责人'] })
  })
})
