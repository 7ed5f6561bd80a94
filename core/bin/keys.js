#!/usr/bin/env node
// Plain JavaScript, so that an older Node can read it and say what is missing.
const [major = 0] = process.versions.node.split('.').map(Number)
if (major < 24) {
  process.stderr.write(`Liaison needs Node 24 or newer, this is ${process.version}. Run "npm run keys": it brings its own.\n`)
  process.exit(1)
}
const { keysCommand } = await import('@liaison/core/keys')
await keysCommand()
