const [major = 0] = process.versions.node.split('.').map(Number)
if (major < 24) {
  process.stderr.write(`Liaison needs Node 24 or newer, this is ${process.version}. Start it with "npm start": it brings its own.\n`)
  process.exit(1)
}

// only now: older versions crash while loading what follows
const { run } = await import('./run.ts')
await run()
