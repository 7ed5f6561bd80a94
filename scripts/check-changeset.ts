import { execFileSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'

// A published package whose sources changed since its last release needs a changeset that names it.
const published = ['sdk', 'core', 'host-web', ...globSync('plugins/*')].filter((folder) => packageOf(folder).private !== true)
const announced = globSync('.changeset/*.md')
  .map((file) => readFileSync(file, 'utf8').split('---')[1] ?? '')
  .join('\n')
const silent = published.filter((folder) => changedSinceRelease(folder) && !announced.includes(`'${packageOf(folder).name}'`))

if (silent.length > 0) {
  console.error(`No changeset names ${silent.map((folder) => packageOf(folder).name).join(', ')}. Run npx changeset.`)
  process.exitCode = 1
} else console.log('Every changed package has its changeset')

function packageOf(folder: string): { name: string; private?: boolean } {
  return JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as { name: string; private?: boolean }
}

/** A release writes the package's CHANGELOG.md; what was never released counts as changed. */
function changedSinceRelease(folder: string): boolean {
  const git = (...words: string[]) => execFileSync('git', words, { encoding: 'utf8' }).trim()
  const release = git('log', '-1', '--format=%H', '--', `${folder}/CHANGELOG.md`)
  return release === '' || git('diff', '--name-only', release, '--', `${folder}/src`) !== ''
}
