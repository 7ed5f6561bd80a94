import { describe, expect, it } from 'vitest'
import chinese from '../../locales/zh-CN.ts'
import { importTable, passwordsCsv, templateCsv } from './import-file.ts'

const text = (key: string) => chinese[key as keyof typeof chinese]

describe('the table of a file', () => {
  it('has the numbers of the lines in the file', () => {
    expect(importTable('账号,姓名\n\n"mo","莫\n小雨"\nhe,何佳怡')).toEqual({
      header: { line: 1, cells: ['账号', '姓名'] },
      lines: [
        { line: 3, cells: ['mo', '莫\n小雨'] },
        { line: 5, cells: ['he', '何佳怡'] },
      ],
    })
  })

  it('needs somebody in it, and not more than 5,000 people', () => {
    expect(importTable('账号,姓名\n')).toBe('admin.import.file.empty')
    expect(importTable(`账号,姓名\n${'a,b\n'.repeat(5_001)}`)).toBe('admin.import.file.many')
  })
})

it('has a template that can be read back', () => {
  const table = importTable(templateCsv(text))
  expect(table).toMatchObject({ header: { cells: ['账号', '姓名', '类型', '部门', '单位', '职务', '邮箱', '手机', '角色'] } })
  expect(typeof table === 'string' ? [] : table.lines.map(({ cells }) => cells.length)).toEqual([9, 9])
})

it('writes first passwords so that no spreadsheet runs a name', () => {
  const person = { line: 2, account: 'mo', name: '=1+1', act: 'create', changed: [], personId: null, password: 'abcd-efgh' } as const
  expect(passwordsCsv(text, [{ ...person, changed: [] }])).toContain("mo,'=1+1,abcd-efgh")
})
