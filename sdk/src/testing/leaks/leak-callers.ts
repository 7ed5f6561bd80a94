import type { TestResponse, TestSocket } from '../test-host.ts'
import type { Who } from './leak-cast.ts'

/** Those who can open a socket, each with one on which he calls operations. */
export class Callers {
  readonly all: readonly Who[]
  readonly #sockets: readonly TestSocket[]

  private constructor(opened: readonly (readonly [Who, TestSocket])[]) {
    this.all = opened.map(([who, socket]) => ({ ...who, name: `${who.name}, over a socket`, asks: callsOver(socket) }))
    this.#sockets = opened.map(([, socket]) => socket)
  }

  static async of(actors: readonly Who[]): Promise<Callers> {
    const opening = await Promise.allSettled(actors.map(async (who) => [who, await who.opens()] as const))
    return new Callers(opening.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])))
  }

  async close(): Promise<void> {
    await Promise.all(this.#sockets.map((socket) => socket.close()))
  }
}

function callsOver(socket: TestSocket): Who['asks'] {
  let count = 0
  return async (operation, asked): Promise<TestResponse> => {
    const id = `call-${++count}`
    socket.send({ type: 'call', id, operation: operation.id, ...asked })
    const { status, body, problem } = (await socket.next({ id })) as { status?: number; body?: unknown; problem?: { status: number } }
    const said = problem ?? body
    return { status: problem?.status ?? status!, headers: {}, body: said, text: said === undefined ? '' : JSON.stringify(said) }
  }
}
