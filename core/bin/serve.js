#!/usr/bin/env node
// Plain JavaScript, so that an older Node can read it and say what is missing.
import module from 'node:module'

const [major = 0] = process.versions.node.split('.').map(Number)
if (major < 24) {
  process.stderr.write(`Liaison needs Node 24 or newer, this is ${process.version}. Start it with "npm start": it brings its own.\n`)
  process.exit(1)
}

// what became of our TypeScript is kept: only the first start loads the compiler, later ones are quicker and 40 MB smaller
module.enableCompileCache()

// only now: older versions crash while loading what follows
const { run } = await import('@liaison/core/run')
await run()
