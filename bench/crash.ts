/**
 * `npm run bench:crash [-- postgres://…]`: kills the real server with SIGKILL while people send, starts it again and compares what
 * was acknowledged with what is stored: every acknowledged message once, numbers without a hole, in the order of each sender.
 */
import { crash } from './crash-run.ts'

const [databaseUrl] = process.argv.slice(2)
const outcome = await crash({ sends: 2_000, ...(databaseUrl !== undefined && { databaseUrl }) })
process.stdout.write(`${JSON.stringify(outcome)}\n`)
process.exitCode = outcome.lost + outcome.twice + outcome.holes + outcome.disordered === 0 ? 0 : 1
