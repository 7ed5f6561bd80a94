/**
 * `npm run bench [-- section…] [-- --quick]`: starts real servers in processes of their own and prints tables.
 * Sections: messages, stored, requests, start, idle, matrix, scroll, access, content; all of them when none is named.
 */
import { accessBench } from './access.bench.ts'
import { contentRules } from './content.bench.ts'
import { idle } from './idle.bench.ts'
import { matrixScroll } from './matrix-scroll.bench.ts'
import { messageScroll } from './message-scroll.bench.ts'
import { messagePath, storedMessages } from './message-path.bench.ts'
import { requests } from './requests.bench.ts'
import { starts } from './start.bench.ts'

const named = process.argv.slice(2)
const isQuick = named.includes('--quick')
const wanted = named.filter((name) => !name.startsWith('--'))
const repetitions = isQuick ? 3 : 11
const milliseconds = isQuick ? 700 : 2_000

const sections: Record<string, () => Promise<string>> = {
  messages: () =>
    messagePath({
      rows: [
        { members: 10, by: 'socket' },
        { members: 100, by: 'socket' },
        { members: 1_000, by: 'socket' },
        { members: 100, by: 'http' },
      ],
      repetitions,
      milliseconds,
    }),
  stored: () => storedMessages({ few: 10_000, many: isQuick ? 200_000 : 1_000_000, members: 10, repetitions, milliseconds }),
  requests: () => requests({ repetitions, milliseconds }),
  start: () => starts({ repetitions: isQuick ? 1 : 5 }),
  idle: () => idle({ sockets: 2_000 }),
  scroll: () => messageScroll({ messages: 1_500, repetitions: isQuick ? 1 : 5 }),
  access: () => accessBench({ stored: isQuick ? 10_000 : 100_000, repetitions }),
  content: () => contentRules({ repetitions }),
  matrix: () => matrixScroll({ permissions: 190, roles: 30, repetitions: isQuick ? 1 : 5 }),
}

for (const [name, section] of Object.entries(sections)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  process.stdout.write(`\n## ${name}\n\n${await section()}\n`)
}
