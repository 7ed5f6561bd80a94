import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { linkFolder } from './link.ts'

const shared = { lit: '/assets/lit-1.js', '@liaison/sdk/web': '/assets/web-2.js' }

async function linked(code: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'liaison-link-'))
  writeFileSync(join(folder, 'index.js'), code)
  await linkFolder('tasks', folder, shared)
  return readFileSync(join(folder, 'index.js'), 'utf8')
}

describe('linking a bundle', () => {
  it('leads bare imports to the shared modules, in every form', async () => {
    expect(await linked(`import{html}from"lit";export*from'@liaison/sdk/web';`)).toBe(
      `import{html}from"/assets/lit-1.js";export*from'/assets/web-2.js';`,
    )
    expect(await linked(`const a=import("lit"),b=import(\`lit\`);`)).toBe(
      `const a=import("/assets/lit-1.js"),b=import("/assets/lit-1.js");`,
    )
  })

  it('leaves its own chunks and strings alone', async () => {
    const code = `import"./chunk.js";const page=()=>import("./page-1.js"),text='import "lit"';`
    expect(await linked(code)).toBe(code)
  })

  it('names plugin and import that are not shared', async () => {
    await expect(linked(`import 'left-pad'`)).rejects.toThrow(/plugin "tasks" imports "left-pad" \(in index\.js\)/)
  })
})
