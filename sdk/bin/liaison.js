#!/usr/bin/env node
import { existsSync } from 'node:fs'

const [major = 0] = process.versions.node.split('.').map(Number)
if (major < 24) {
  process.stderr.write(`liaison needs Node 24 or newer, this is ${process.version}.\n`)
  process.exit(1)
}

// A checkout runs from its sources.
const compiled = new URL('../dist/cli/main.js', import.meta.url)
const source = new URL('../src/cli/main.ts', import.meta.url)
const { main } = await import((existsSync(source) ? source : compiled).href)
process.exitCode = await main(process.argv.slice(2))
