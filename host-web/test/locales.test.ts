import { join } from 'node:path'
import { checkMessages } from '@liaison/sdk/build'
import { expect, it } from 'vitest'

it('says everything in both languages', async () => {
  expect(await checkMessages(join(import.meta.dirname, '..'))).toEqual([])
})
