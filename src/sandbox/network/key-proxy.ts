import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request as requestPlain,
  type ServerResponse,
} from 'node:http'
import { request as requestEncrypted } from 'node:https'
import type { Server, Socket } from 'node:net'
import { pipeline, Transform } from 'node:stream'
import { connect as connectEncrypted } from 'node:tls'
import { tryWriteHead } from './answer-head.ts'
import { TokenCount, type Tokens } from './token-count.ts'
import { connectTo } from './upstream.ts'

/** A service, and the key that is added to requests from senders without it. */
export interface KeyProxyRequest {
  readonly service: URL
  readonly header: readonly [name: string, value: string]
  /** Paths below the service's address that get the key. */
  readonly endpoints: RegExp
  readonly env: Readonly<Record<string, string>>
  onTokens(tokens: Tokens): void
}

const mostConnections = 128

/** Others answer with the key (TRACE), or delete models. */
const methods = ['GET', 'HEAD', 'POST']

/** A server that adds a key to requests for models, counts their usage, and refuses everything else. */
export function createKeyProxy(proxy: KeyProxyRequest): Server {
  const server = createServer((incoming, answer) => void pass(proxy, incoming, answer))
  // Answers could not be counted. CLIs that try it fall back to requests.
  server.on('upgrade', (_, client) =>
    client.end('HTTP/1.1 426 Upgrade Required\r\nContent-Length: 0\r\n\r\n'),
  )
  server.on('clientError', (_, client) => client.destroy())
  server.maxConnections = mostConnections
  return server
}

async function pass(
  proxy: KeyProxyRequest,
  incoming: IncomingMessage,
  answer: ServerResponse,
): Promise<void> {
  const isUse = methods.includes(incoming.method ?? '')
  const target = isUse ? tryTarget(proxy, incoming.url ?? '') : undefined
  if (target === undefined) {
    const message = 'parallel-agents: only model endpoints can be reached here'
    return void answer.writeHead(403, { 'content-type': 'text/plain' }).end(`${message}\n`)
  }
  try {
    const outgoing = await open(proxy, target, incoming)
    outgoing.on('error', error => fail(answer, error))
    outgoing.flushHeaders() // throws if node refuses the head: later it would throw where no one catches it
    outgoing.on('response', response => {
      if (tryWriteHead(answer, response)) pipeline(response, toCounter(proxy), answer, () => {})
    })
    pipeline(incoming, outgoing, () => {})
  } catch (error) {
    fail(answer, error as Error)
  }
}

function fail(answer: ServerResponse, error: Error): void {
  if (answer.headersSent) answer.destroy()
  else answer.writeHead(502).end(`${error.message}\n`)
}

/** The service's URL for a path of the proxy; undefined: not an endpoint for models. */
function tryTarget({ service, endpoints }: KeyProxyRequest, path: string): URL | undefined {
  if (!path.startsWith('/')) return undefined
  const url = new URL(path, service.origin)
  const base = service.pathname.replace(/\/$/, '')
  if (url.origin !== service.origin || !url.pathname.startsWith(`${base}/`)) return undefined
  if ([...url.searchParams.keys()].some(name => /method/i.test(name))) return undefined // some services obey it as `_method`
  return endpoints.test(url.pathname.slice(base.length)) ? url : undefined
}

async function open({ header, env }: KeyProxyRequest, url: URL, { method, headers }: IncomingMessage) {
  const isEncrypted = url.protocol === 'https:'
  const port = Number(url.port) || (isEncrypted ? 443 : 80)
  const plain = await connectTo(env, { host: url.hostname, port }, undefined)
  const socket = isEncrypted ? await encrypt(plain, url.hostname) : plain
  const request = isEncrypted ? requestEncrypted : requestPlain
  return request({
    createConnection: () => socket,
    method,
    host: url.hostname,
    path: `${url.pathname}${url.search}`,
    headers: { ...toPassed(headers), [header[0]]: header[1], host: url.host, connection: 'close' },
  })
}

function encrypt(socket: Socket, servername: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const encrypted = connectEncrypted({ socket, servername })
    encrypted.once('secureConnect', () => resolve(encrypted)).once('error', reject)
  })
}

/** Key headers are replaced, and compression is disabled, because answers are counted. */
const notPassed = new Set([
  'accept-encoding',
  'authorization',
  'connection',
  'expect',
  'host',
  'proxy-authorization',
  'proxy-connection',
  'trailer',
  'x-api-key',
  'x-goog-api-key',
])

/** Services such as Google's obey it instead of the request's own method. */
const otherMethod = /^x-(http-)?method(-override)?$/

function toPassed(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !notPassed.has(name) && !otherMethod.test(name)),
  )
}

function toCounter({ onTokens }: KeyProxyRequest): Transform {
  const count = new TokenCount()
  return new Transform({
    transform(chunk: Buffer, _, done) {
      count.take(chunk.toString('latin1'))
      done(null, chunk)
    },
    flush(done) {
      onTokens(count.read())
      done()
    },
  })
}
