import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'

const statuses: Readonly<Record<string, number>> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 }

/** What comes over the connection is no request that could be routed: one last answer, and it is closed. */
export function refuseBroken(error: Error, socket: Socket): void {
  const { code = '' } = error as NodeJS.ErrnoException
  if (code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const status = statuses[code] ?? 400
  const title = STATUS_CODES[status]!
  const body = JSON.stringify({ type: 'urn:liaison:problem:bad-request', title, status })
  const head = [
    `HTTP/1.1 ${status} ${title}`,
    'content-type: application/problem+json; charset=utf-8',
    `content-length: ${body.length}`,
    'connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
