import { Child } from './child.ts'
import { LoadSocket } from './load-socket.ts'
import { aFolder, environmentOf, newId } from './seed.ts'

export interface CrashOutcome {
  readonly acknowledged: number
  readonly stored: number
  /** Acknowledged and not there */
  readonly lost: number
  /** There more than once */
  readonly twice: number
  /** Numbers that are missing between 1 and the newest */
  readonly holes: number
  /** Acknowledged messages of a sender that stand in another order than he sent them */
  readonly disordered: number
}

interface Message {
  readonly clientId: string
  readonly senderId: string
  readonly seq: number
}
interface Sent {
  readonly clientId: string
  readonly sender: number
  readonly seq: number
}

/** Four people send at once, each with several under way; the kill comes somewhere in the second half. */
const people = 4
const underWay = 8
const password = 'bench-password-1'

/** @param options.databaseUrl - an empty PostgreSQL database; default: SQLite in a folder of its own */
export async function crash({ sends, databaseUrl }: { sends: number; databaseUrl?: string }): Promise<CrashOutcome> {
  const { folder, remove } = aFolder()
  const environment = { ...environmentOf(folder), ...(databaseUrl !== undefined && { LIAISON_DATABASE_URL: databaseUrl }) }
  let child = await Child.start('./platform-server.ts', { environment })
  try {
    const tokens = await settle(child.port)
    const { id: channelId } = await ask<{ id: string }>(child.port, tokens[0]!, 'POST', '/api/im/channels', {
      kind: 'group',
      name: '断电演练',
      memberIds: await peopleIds(child.port, tokens[0]!),
    })
    const sent = await sendUntilKilled(child, { channelId, tokens, sends })
    child = await Child.start('./platform-server.ts', { environment })
    return compare(sent, await storedMessages(child.port, tokens[0]!, channelId))
  } finally {
    await child.stop()
    remove()
  }
}

/** Makes the first administrator and the people who send. @returns a token for each of them */
async function settle(port: number): Promise<string[]> {
  await ask(port, undefined, 'POST', '/api/setup', { account: 'admin', name: '管理员', password })
  const admin = await signIn(port, 'admin')
  const { items } = await ask<{ items: { id: string; key?: string | null; name: string }[] }>(port, admin, 'GET', '/api/access/roles')
  const role = items.find(({ name }) => name === '项目组员')!
  for (let index = 0; index < people; index++) {
    await ask(port, admin, 'POST', '/api/directory/people', {
      account: `p${index}`,
      name: `员工${index}`,
      kind: 'internal',
      password,
      departmentIds: [],
      roleIds: [role.id],
    })
  }
  const tokens: string[] = []
  for (let index = 0; index < people; index++) tokens.push(await signIn(port, `p${index}`))
  return tokens
}

/** Signs in and takes an API token, which outlives the server. */
async function signIn(port: number, account: string): Promise<string> {
  const origin = `http://127.0.0.1:${port}`
  const response = await fetch(`${origin}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account, password }),
  })
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const made = await fetch(`${origin}/api/auth/tokens`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie, origin },
    body: JSON.stringify({ name: 'bench' }),
  })
  if (made.status !== 201) throw new Error(`no token: ${made.status} ${await made.text()}`)
  return ((await made.json()) as { token: string }).token
}

async function peopleIds(port: number, token: string): Promise<string[]> {
  const { items } = await ask<{ items: { id: string; account: string }[] }>(port, token, 'GET', '/api/directory/people?limit=50')
  return items.filter(({ account }) => account !== 'admin').map(({ id }) => id)
}

async function ask<T>(port: number, token: string | undefined, method: string, path: string, body?: object): Promise<T> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    headers: { ...(body && { 'content-type': 'application/json' }), ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    ...(body && { body: JSON.stringify(body) }),
  })
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
  return (response.status === 204 ? undefined : await response.json()) as T
}

async function sendUntilKilled(child: Child, options: { channelId: string; tokens: readonly string[]; sends: number }): Promise<Sent[]> {
  const { channelId, tokens, sends } = options
  const killAt = Math.floor(sends * (0.5 + Math.random() / 2))
  const acknowledged: Sent[] = []
  const sockets = await Promise.all(tokens.map((token) => LoadSocket.open(child.port, '/api/realtime', token)))
  let started = 0
  await new Promise<void>((resolve) => {
    sockets.forEach((socket, sender) => {
      const next = (): void => {
        const clientId = newId()
        started++
        socket.send(
          JSON.stringify({
            type: 'call',
            id: clientId,
            operation: 'im.sendMessage',
            params: { channelId },
            body: { clientId, text: `第 ${started} 条` },
          }),
        )
      }
      socket.onFrame = (payload) => {
        const { id, body } = JSON.parse(payload.toString()) as { id: string; body: { seq: number } }
        acknowledged.push({ clientId: id, sender, seq: body.seq })
        if (acknowledged.length === killAt) {
          child.kill()
          resolve()
        } else if (acknowledged.length < killAt) next()
      }
      for (let index = 0; index < underWay; index++) next()
    })
  })
  await child.ended
  for (const socket of sockets) socket.close()
  return acknowledged
}

async function storedMessages(port: number, token: string, channelId: string): Promise<Message[]> {
  const stored: Message[] = []
  for (let after = 0; ;) {
    const { items } = await ask<{ items: Message[] }>(port, token, 'GET', `/api/im/channels/${channelId}/messages?after=${after}&limit=200`)
    if (items.length === 0) return stored
    stored.push(...items)
    after = items.at(-1)!.seq
  }
}

function compare(sent: readonly Sent[], stored: readonly Message[]): CrashOutcome {
  const found = Map.groupBy(stored, ({ clientId }) => clientId)
  const seqs = new Set(stored.map(({ seq }) => seq))
  const newest = stored.at(-1)?.seq ?? 0
  const bySender = Map.groupBy(sent, ({ sender }) => sender)
  // Each sender's answers come in the order of his sends: their numbers must rise, and be those that are stored.
  const disordered = [...bySender.values()].flatMap((own) =>
    own.filter(({ clientId, seq }, index) => (index > 0 && seq <= own[index - 1]!.seq) || found.get(clientId)?.[0]?.seq !== seq),
  )
  return {
    acknowledged: sent.length,
    stored: stored.length,
    lost: sent.filter(({ clientId }) => !found.has(clientId)).length,
    twice: [...found.values()].filter((rows) => rows.length > 1).length,
    holes: newest - seqs.size,
    disordered: disordered.length,
  }
}
