import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Installation, installPacked, run } from './packed.ts'

let installed: Installation
beforeAll(async () => {
  installed = await installPacked()
}, 120_000)
afterAll(() => installed.remove())

/** Runs a module in the folder of the stranger, under no condition of ours. */
async function runs(code: string): Promise<string> {
  const file = join(installed.folder, 'main.mjs')
  writeFileSync(file, code)
  const { stdout } = await run(process.execPath, [file], { cwd: installed.folder, env: { ...process.env, NODE_OPTIONS: '' } })
  return stdout.trim()
}

describe.each(['@liaison/sdk', '@liaison/core', '@liaison/plugin-im'] as const)('the package %s', (name) => {
  it('holds JavaScript, declarations and the licence, and no tests or compiler memory', () => {
    const files = installed.files(name)
    expect(files).toContain('LICENSE')
    expect(files.filter((path) => /\.test\.|tsbuildinfo|(^|\/)src\//.test(path))).toEqual([])
  })

  it('has what its exports promise', () => {
    const folder = join(installed.folder, 'node_modules', name)
    const { exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      exports: Record<string, string | Record<string, string>>
    }
    const promised = Object.values(exports).flatMap((entry) => (typeof entry === 'string' ? [entry] : [entry['types'], entry['default']]))
    expect(promised.filter((path) => path === undefined || !existsSync(join(folder, path)))).toEqual([])
  })
})

describe('a stranger who installed the packages', () => {
  it('imports the public entries of the SDK', async () => {
    const told = await runs(`
      import { definePermission } from '@liaison/sdk'
      import { definePlugin, entity } from '@liaison/sdk/server'
      import { listRoles } from '@liaison/sdk/platform'
      import { aHost } from '@liaison/sdk/testing'
      console.log([definePermission, definePlugin, entity, aHost].every((one) => typeof one === 'function'), listRoles.method)
    `)
    expect(told).toBe('true GET')
  })

  it('cannot import what is not public', async () => {
    await expect(runs(`import '@liaison/sdk/src/server/work.ts'`)).rejects.toThrow('ERR_PACKAGE_PATH_NOT_EXPORTED')
    await expect(runs(`import '@liaison/sdk/dist/server/work.js'`)).rejects.toThrow('ERR_PACKAGE_PATH_NOT_EXPORTED')
  })

  it('boots the platform with a plugin, and people talk', async () => {
    const told = await runs(`
      import im from '@liaison/plugin-im'
      import { createChannel, listMessages, sendMessage } from '@liaison/plugin-im/contract'
      import { aHost } from '@liaison/sdk/testing'
      const host = await aHost(im)
      const [lin, zhao] = [await host.person({ roles: ['project-member'] }), await host.person({ roles: ['project-member'] })]
      const { id: channelId } = await lin.does(createChannel, { body: { kind: 'direct', memberIds: [zhao.id] } })
      await lin.does(sendMessage, { params: { channelId }, body: { clientId: crypto.randomUUID(), text: '你好' } })
      const { items } = await zhao.does(listMessages, { params: { channelId } })
      console.log(items.map(({ text }) => text).join())
      await host.stop()
    `)
    expect(told).toBe('你好')
  })

  it('writes a plugin whose faults the compiler finds', async () => {
    writeFileSync(join(installed.folder, 'plugin.ts'), consumer)
    const options = {
      module: 'nodenext',
      target: 'es2024',
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
      skipLibCheck: false,
      types: ['node'],
    }
    writeFileSync(join(installed.folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files: ['plugin.ts'] }))
    const compiler = resolve('node_modules/typescript/bin/tsc')
    const { stdout } = await run(process.execPath, [compiler, '--pretty', 'false'], { cwd: installed.folder }).catch(
      (failed: { stdout: string }) => failed,
    )
    // Declarations are checked, too: ours are in order, MikroORM's are its own affair.
    const faults = stdout
      .split('\n')
      .flatMap((line) => /^(\S+\.ts)\((\d+),.*(TS\d+)/.exec(line)?.slice(1).join(' ') ?? [])
      .filter((fault) => !fault.includes('node_modules/') || fault.includes('@liaison'))
    expect(faults).toEqual([
      `plugin.ts ${lineOf('neither a permission')} TS2345`,
      `plugin.ts ${lineOf('no such column')} TS2322`,
      `plugin.ts ${lineOf('another shape')} TS2769`,
    ])
  })
})

const consumer = `import { definePermission, Id, operation } from '@liaison/sdk'
import { bind, column, definePlugin, entity } from '@liaison/sdk/server'
import { Type } from 'typebox'
const notesRead = definePermission('notes.read', { title: { 'zh-CN': '查看便签', en: 'See notes' } })
const Note = Type.Object({ id: Id, title: Type.String() })
const readNote = operation({ id: 'notes.read', method: 'GET', path: '/notes/:noteId', permission: notesRead, params: Type.Object({ noteId: Id }), reply: Note })
const openNote = operation({ id: 'notes.open', method: 'GET', path: '/notes/:noteId/open', params: Type.Object({ noteId: Id }), reply: Note }) // neither a permission
const NoteEntity = entity('notes_note', { title: column.string(), ownerId: column.string() }, { read: notesRead, own: ['ownerId'] })
const Wrong = entity('notes_wrong', { title: column.string() }, { read: notesRead, own: ['ownerId'] }) // no such column
export const wrong = bind(readNote, async () => ({ id: 1 })) // another shape
export default definePlugin({
  id: 'notes',
  version: '1.0.0',
  title: { 'zh-CN': '便签', en: 'Notes' },
  permissions: [notesRead],
  entities: [NoteEntity, Wrong],
  operations: [readNote, openNote],
  setup({ bind: attach }) {
    attach([bind(readNote, (work, { params }) => work.rows.of(NoteEntity).get(params.noteId))])
  },
})
`
const lineOf = (plant: string): number => consumer.split('\n').findIndex((line) => line.includes(`// ${plant}`)) + 1
