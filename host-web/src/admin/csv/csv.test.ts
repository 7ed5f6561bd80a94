import { describe, expect, it } from 'vitest'
import { readCsv, writeCsv } from './csv.ts'

describe('a table as CSV', () => {
  it('comes back as it was, with commas, quotes and line ends', () => {
    const rows = [
      ['姓名', '备注'],
      ['赵启航', '他说“好”，又说"行", 完'],
      ['何佳怡', '第一行\n第二行'],
    ]
    expect(readCsv(writeCsv(rows)).map(({ cells }) => cells)).toEqual(rows)
  })

  it.each(['=1+1', '+86', '-2', '@SUM(A1)', '＝1+1', '＠x'])('keeps a spreadsheet from running %s', (cell) => {
    expect(writeCsv([[cell]])).toBe(`\uFEFF'${cell}\r\n`)
    expect(readCsv(writeCsv([[cell]]))[0]?.cells).toEqual([cell])
  })

  it('knows on which line of the file each row begins', () => {
    expect(readCsv('a,b\n"x\ny",1\n\nz,2').map(({ line }) => line)).toEqual([1, 2, 5])
  })

  it('tells when it ends inside a quoted cell', () => {
    expect(readCsv('a,"b\nc,d')).toEqual([{ line: 1, cells: ['a', 'b\nc,d'], isOpen: true }])
    expect(readCsv('a,"b"')[0]).not.toHaveProperty('isOpen')
  })
})
