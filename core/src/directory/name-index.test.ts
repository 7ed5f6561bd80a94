import { describe, expect, it } from 'vitest'
import { nameIndexOf, namePattern } from './name-index.ts'

async function finds(query: string, name: string, account: string): Promise<boolean> {
  const index = await nameIndexOf(name, account)
  const pattern = namePattern(query)
  return (
    pattern === undefined || new RegExp(`^${pattern.replaceAll('|', '\\|').replaceAll('%', '.*').replaceAll('_', '.')}$`, 'u').test(index)
  )
}

describe('finding a person by what somebody types', () => {
  it.each(['陈', '思齐', '陈思齐', 'chensiqi', 'ChenSiQi', 'chen siqi', 'siqi', 'qi', 'csq', 'sq', 's.chen', 'chen'])(
    'finds 陈思齐 by %s',
    async (query) => {
      expect(await finds(query, '陈思齐', 's.chen')).toBe(true)
    },
  )

  it.each(['hens', 'iqi', '思奇', 'cq', 'wang'])('does not find 陈思齐 by %s', async (query) => {
    expect(await finds(query, '陈思齐', 's.chen')).toBe(false)
  })

  it.each(['%', '_', '\\', "'", '|', '陈%', '%陈', '·'])('finds nobody by %j, which stands in no name', async (query) => {
    expect(await finds(query, '陈思齐', 's.chen')).toBe(false)
  })

  it('takes blanks alone for nothing typed', () => {
    expect(namePattern('  ')).toBe(undefined)
  })

  it('reads a surname as a surname', async () => {
    expect(await finds('zeng', '曾庆', 'user-1')).toBe(true)
    expect(await finds('shan', '单小雨', 'user-2')).toBe(true)
  })

  it('finds a name that is not Chinese by each of its words', async () => {
    expect(await finds('smith', 'John Smith', 'js')).toBe(true)
    expect(await finds('john smi', 'John Smith', 'js')).toBe(true)
  })

  it('sorts by syllables', async () => {
    const [li, lin] = await Promise.all([nameIndexOf('李文博', 'liwenbo'), nameIndexOf('林志远', 'linzhiyuan')])
    expect(li < lin).toBe(true)
  })
})
