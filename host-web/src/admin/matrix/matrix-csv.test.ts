import { type Scope, scopes } from '@liaison/sdk'
import { describe, expect, it } from 'vitest'
import { matrixFromCsv, matrixToCsv } from './matrix-csv.ts'

const role = (id: string, name: string, external = false) => ({ id, key: null, name, description: '', external, version: 1 })
const matrix = {
  rows: [
    { key: 'tasks.read', plugin: 'tasks', title: { 'zh-CN': '查看任务', en: 'See tasks' }, scopes: [...scopes] },
    { key: 'access.manage', plugin: 'access', title: { 'zh-CN': '管理权限', en: 'Manage access' }, scopes: ['none', 'all'] as Scope[] },
  ],
  columns: [role('m', '市场专员'), role('c', '外部客户', true)],
  cells: { m: { 'tasks.read': 'department' as const }, c: { 'tasks.read': 'own' as const } },
}

describe('the matrix as CSV', () => {
  it('comes back without a change, in both languages', () => {
    for (const locale of ['zh-CN', 'en'] as const) {
      expect(matrixFromCsv(matrix, matrixToCsv(matrix, locale))).toEqual({ changes: [], faults: [] })
    }
  })

  it('tells what somebody changed in it', () => {
    const text = matrixToCsv(matrix, 'zh-CN').replace('查看任务,部门', '查看任务,部门及下级')
    expect(matrixFromCsv(matrix, text).changes).toEqual([{ roleId: 'm', permission: 'tasks.read', scope: 'department-tree' }])
  })

  it('names each mistake with its line', () => {
    const text = '权限标识,市场专员,外部客户,董事长\ntasks.read,处处,全部,无\n没有.此项,无,无,无\naccess.manage,部门,,\n'
    expect(matrixFromCsv(matrix, text)).toEqual({
      changes: [],
      faults: [
        { line: 1, fault: 'admin.csv.role', value: '董事长' },
        { line: 2, fault: 'admin.csv.scope', value: '处处' },
        { line: 2, fault: 'admin.csv.reach', value: '外部客户 全部' },
        { line: 3, fault: 'admin.csv.permission', value: '没有.此项' },
        { line: 4, fault: 'admin.csv.reach', value: '市场专员 部门' },
      ],
    })
  })
})
