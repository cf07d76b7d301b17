import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Answers a request, or leaves it to the next one. */
export type Responder = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<boolean>

/** A server on loopback. */
export interface LoopbackServer {
  readonly port: number
  close(): Promise<void>
}

/** Starts a server that asks its responders in order; an error in one is a 500 with its text. */
export async function startServer(responders: readonly Responder[]): Promise<LoopbackServer> {
  const server = createServer((request, response) => void answer(responders, request, response))
  server.requestTimeout = 0
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return { port: (server.address() as AddressInfo).port, close: () => closeServer(server) }
}

function closeServer(server: Server): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

async function answer(
  responders: readonly Responder[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://loopback')
  try {
    for (const respond of responders) if (await respond(request, response, url)) return
    sendJson(response, 404, { message: 'Not Found' })
  } catch (error) {
    if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' })
    response.end((error as Error).stack)
  }
}

export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

export async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  const body = await readBody(request)
  return body.length === 0 ? {} : JSON.parse(body.toString())
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
  response.end(status === 204 ? undefined : JSON.stringify(body))
}
