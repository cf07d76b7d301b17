import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import { isIP, type LookupFunction } from 'node:net'
import type { Duplex } from 'node:stream'
import { pipeline } from 'node:stream'
import {
  type AllowedHost,
  type Destination,
  isAllowed,
  toAllowedHost,
  toHostName,
} from '../../model/network/allow-list.ts'
import { tryWriteHead } from './answer-head.ts'
import { lookUpElsewhere } from './look-up.ts'
import { TunnelGuard } from './tunnel-guard.ts'
import { connectTo, tryUpstream } from './upstream.ts'

export interface ExitRules {
  readonly allowed: readonly AllowedHost[]
  /** The environment that may name the user's proxy. */
  readonly env: Readonly<Record<string, string>>
  onDenied(destination: Destination): void
}

/** More connections than this are an attack. */
const mostConnections = 512

/** An HTTP proxy that forwards requests to allowed hosts only. */
export function createExitProxy(rules: ExitRules): Server {
  const server = createServer((incoming, answer) => pass(rules, incoming, answer))
  server.on('connect', (incoming, client, head) => void tunnel(rules, incoming, client, head))
  server.on('clientError', (_, client) => client.destroy())
  server.maxConnections = mostConnections
  return server
}

async function tunnel(rules: ExitRules, { url = '' }: IncomingMessage, client: Duplex, head: Buffer) {
  client.on('error', () => client.destroy())
  const destination = tryDestination(url)
  if (destination === undefined) {
    client.end('HTTP/1.1 400 Bad Request\r\n\r\n')
    return
  }
  if (!isAllowed(rules.allowed, destination)) {
    rules.onDenied(destination)
    client.end(`HTTP/1.1 403 Forbidden\r\nContent-Type: text/plain\r\n\r\n${toRefusal(destination)}`)
    return
  }
  client.unshift(head)
  if (destination.port === plainPort) return answerRequests(rules, destination, client)
  try {
    const socket = await connectTo(rules.env, destination, toLookup(rules, destination))
    client.write(established)
    pipeline(client, toGuard(rules, destination), socket, client, () => {})
  } catch (error) {
    client.end(`HTTP/1.1 502 Bad Gateway\r\n\r\n${(error as Error).message}\n`)
  }
}

const plainPort = 80
const established = 'HTTP/1.1 200 Connection Established\r\n\r\n'

/** Requests in a tunnel are forwarded one by one: each could name another host, for which a server of many sites would answer. */
function answerRequests(rules: ExitRules, destination: Destination, client: Duplex): void {
  const requests = createServer((incoming, answer) => {
    const url = incoming.url?.startsWith('/')
      ? tryUrl(`http://${destination.host}${incoming.url}`)
      : undefined
    tryForward(rules, { url, destination }, incoming, answer)
  })
  requests.on('clientError', (_, socket) => socket.destroy())
  client.write(established)
  requests.emit('connection', client)
}

function toGuard(rules: ExitRules, { host, port }: Destination): TunnelGuard {
  return new TunnelGuard(name => {
    const named = { host: name, port }
    const isWanted = isIP(toHostName(host)) !== 0 || isAllowed(rules.allowed, named)
    if (!isWanted) rules.onDenied(named)
    return isWanted
  })
}

/** Names that the plan does not spell out may lead to the machine itself: who owns them decides that. */
function toLookup({ allowed }: ExitRules, destination: Destination): LookupFunction | undefined {
  const isNamed = allowed.some(entry => !entry.startsWith('*') && isAllowed([entry], destination))
  return isNamed ? undefined : lookUpElsewhere
}

/** Unencrypted requests name the complete URL. */
function pass(rules: ExitRules, incoming: IncomingMessage, answer: ServerResponse): void {
  const url = tryUrl(incoming.url ?? '')
  if (url === undefined) return void answer.writeHead(400).end()
  const destination = { host: url.hostname, port: Number(url.port) || plainPort }
  if (!isAllowed(rules.allowed, destination)) {
    rules.onDenied(destination)
    return void answer.writeHead(403, { 'content-type': 'text/plain' }).end(toRefusal(destination))
  }
  tryForward(rules, { url, destination }, incoming, answer)
}

function tryForward(
  rules: ExitRules,
  { url, destination }: { readonly url: URL | undefined; readonly destination: Destination },
  incoming: IncomingMessage,
  answer: ServerResponse,
): void {
  if (url === undefined) return void answer.writeHead(400).end()
  try {
    forward(rules, { url, destination }, incoming, answer)
  } catch (error) {
    answer.writeHead(400).end(`${(error as Error).message}\n`)
  }
}

interface Target {
  readonly url: URL
  readonly destination: Destination
}

/** Throws if node refuses the request's head: later it would throw where no one catches it. */
function forward(
  rules: ExitRules,
  { url, destination }: Target,
  incoming: IncomingMessage,
  answer: ServerResponse,
): void {
  const upstream = tryUpstream(rules.env, destination)
  const lookup = upstream === undefined ? toLookup(rules, destination) : undefined
  const outgoing = request({
    ...(lookup && { lookup }),
    host: upstream?.hostname ?? toHostName(destination.host),
    port: upstream === undefined ? destination.port : Number(upstream.port) || 80,
    method: incoming.method,
    path: upstream === undefined ? `${url.pathname}${url.search}` : url.href,
    headers: { ...toHeaders(incoming), ...toLogin(upstream), host: url.host },
  })
  outgoing.on('response', response => {
    if (tryWriteHead(answer, response)) pipeline(response, answer, () => {})
  })
  outgoing.on('error', error => answer.headersSent || answer.writeHead(502).end(`${error.message}\n`))
  outgoing.flushHeaders()
  pipeline(incoming, outgoing, () => {})
}

function toHeaders({ headers }: IncomingMessage): NodeJS.Dict<string | string[]> {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !/^(proxy-.*|trailer|expect)$/.test(name)),
  )
}

function toLogin(upstream: URL | undefined): Record<string, string> {
  if (upstream === undefined || upstream.username === '') return {}
  const login = decodeURIComponent(`${upstream.username}:${upstream.password}`)
  return { 'proxy-authorization': `Basic ${Buffer.from(login).toString('base64')}` }
}

function tryDestination(authority: string): Destination | undefined {
  const [, host, port] = /^(\[[0-9a-f:.]+\]|[^:[\]/\s]+):(\d{1,5})$/i.exec(authority) ?? []
  return host === undefined ? undefined : { host, port: Number(port) }
}

function tryUrl(text: string): URL | undefined {
  try {
    const url = new URL(text)
    return url.protocol === 'http:' ? url : undefined
  } catch {
    return undefined
  }
}

/** The answer to a refused request. */
function toRefusal(destination: Destination): string {
  return `parallel-agents: ${toAllowedHost(destination)} is not an allowed host of this run (network: in the plan)\n`
}
