import { changeModule } from '@liaison/sdk/platform'
import type { DemoCompany, DemoContent } from '@liaison/sdk/server'
import { type Channel, createChannel, imReaders, type Message, readChannel, recallMessage, sendMessage } from '../contract.ts'
import { type ConversationScript, type Line, names } from './conversation-script.ts'
import { directScripts } from './direct-scripts.ts'
import { outsideScripts } from './outside-scripts.ts'
import { projectScripts } from './project-scripts.ts'

const minute = 60_000
const day = 86_400_000
/** What China's clocks are ahead of UTC */
const chinaAhead = 8 * 3_600_000

/** Conversations of the demo company: held through the operations that everybody uses, at the times they were held. */
const content: DemoContent = async (company) => {
  for (const script of [...projectScripts, ...outsideScripts, ...directScripts]) await hold(company, script)
  await rollOut(company)
}
export default content

/** On the board of modules: somebody answers for it, and it went live some weeks ago. */
async function rollOut(company: DemoCompany): Promise<void> {
  const ownerId = company.personId('linzhiyuan')
  const goLiveAt = new Date(company.today.getTime() - 30 * day).toISOString()
  await company.call('admin', company.today, changeModule, { params: { key: imReaders.key }, body: { ownerId, stage: 'testing' } })
  await company.call('admin', company.today, changeModule, { params: { key: 'im' }, body: { ownerId, goLiveAt } })
}

async function hold(company: DemoCompany, script: ConversationScript): Promise<void> {
  const [first] = script.lines
  if (first === undefined) return
  const channel = await begin(company, script, new Date(timeOf(company, first).getTime() - 10 * minute))
  const said: Message[] = []
  for (const line of script.lines) said.push(await say(company, channel, line, said))
  await read(company, script, channel, said)
}

function begin(company: DemoCompany, script: ConversationScript, at: Date): Promise<Channel> {
  const { kind, name, topic, project, members } = script
  const [owner = '', ...others] = members
  const body = {
    kind,
    memberIds: others.map((account) => company.personId(account)),
    ...(name !== undefined && { name }),
    ...(topic !== undefined && { topic }),
    ...(project !== undefined && { projectId: company.projectId(project) }),
  }
  return company.call(owner, at, createChannel, { body })
}

async function say(company: DemoCompany, channel: Channel, line: Line, said: readonly Message[]): Promise<Message> {
  const [, , account, text, { reply, recalled } = {}] = line
  const at = timeOf(company, line)
  const mentions = Object.entries(names).flatMap(([mentioned, name]) => (text.includes(`@${name}`) ? company.personId(mentioned) : []))
  const quoted = reply === undefined ? undefined : said[reply]
  const body = { clientId: crypto.randomUUID(), text, ...(mentions.length > 0 && { mentions }), ...(quoted && { replyToId: quoted.id }) }
  const message = await company.call(account, at, sendMessage, { params: { channelId: channel.id }, body })
  if (recalled) await company.call(account, new Date(at.getTime() + minute), recallMessage, { params: { messageId: message.id } })
  return message
}

/** Everybody has read up to where the script says, a few minutes after it was said and one after the other. */
async function read(
  company: DemoCompany,
  { members, lines, unread = {} }: ConversationScript,
  channel: Channel,
  said: readonly Message[],
): Promise<void> {
  for (const [index, account] of members.entries()) {
    const last = said.length - 1 - (unread[account] ?? 0)
    const [message, line] = [said[last], lines[last]]
    if (message === undefined || line === undefined || line[2] === account) continue
    const at = new Date(timeOf(company, line).getTime() + (index + 1) * 2 * minute)
    await company.call(account, at, readChannel, { params: { channelId: channel.id }, body: { seq: message.seq } })
  }
}

/** Times of the script are the company's, in China, wherever the server stands. */
function timeOf({ today }: DemoCompany, [daysAgo, time]: Line): Date {
  const noon = today.getTime() + day / 2
  const midnight = Math.floor((noon + chinaAhead) / day) * day - chinaAhead
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return new Date(midnight - daysAgo * day + (hours * 60 + minutes) * minute)
}
