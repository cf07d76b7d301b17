import { mkdtempSync, rmSync } from 'node:fs'
import type { Server } from 'node:net'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream'
import type { Destination } from '../../model/network/allow-list.ts'
import type { Bridge } from '../view.ts'
import { createExitProxy, type ExitRules } from './exit-proxy.ts'

/** Where the harness's sockets are inside the sandbox. */
export const socketsInside = '/run/parallel-agents'
/** The proxy's port inside the sandbox. */
const proxyPort = 46128

export interface ExitRequest extends ExitRules {
  /** Services on the machine's loopback that keep their port inside. */
  readonly services: readonly Destination[]
  /** Servers of the harness, by their port inside. */
  readonly servers: ReadonlyMap<number, Server>
}

/** The network exits of one command. */
export interface Exit {
  /** The folder of the sockets. */
  readonly folder: string
  readonly bridges: readonly Bridge[]
  close(): void
}

/** Opens the only exits of a network namespace: a proxy, and ports of named services. */
export async function openExit(request: ExitRequest): Promise<Exit> {
  const folder = mkdtempSync(join(tmpdir(), 'pa-exit-'))
  const servers = new Map<number, Server>([
    [proxyPort, createExitProxy(request)],
    ...(await findListening(request.services)).map(service => [service.port, toForward(service)] as const),
    ...request.servers,
  ])
  for (const [port, server] of servers) await listen(server, join(folder, String(port)))
  return {
    folder,
    bridges: [...servers.keys()].map(port => ({ port, socket: `${socketsInside}/${port}` })),
    close: () => {
      for (const server of servers.values()) close(server)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Variables that tell programs the proxy. */
export function toProxyVariables(): Readonly<Record<string, string>> {
  const proxy = `http://127.0.0.1:${proxyPort}`
  const forJava = ['http', 'https']
    .map(scheme => `-D${scheme}.proxyHost=127.0.0.1 -D${scheme}.proxyPort=${proxyPort}`)
    .join(' ')
  const names = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'http_proxy', 'https_proxy', 'all_proxy']
  const direct = 'localhost,127.0.0.1,::1'
  return {
    ...Object.fromEntries(names.map(name => [name, proxy])),
    ...{ NO_PROXY: direct, no_proxy: direct, NODE_USE_ENV_PROXY: '1' },
    ...{ YARN_HTTP_PROXY: proxy, YARN_HTTPS_PROXY: proxy, MAVEN_OPTS: forJava, GRADLE_OPTS: forJava },
  }
}

/** A service that is not running must not block the ports of others. */
async function findListening(services: readonly Destination[]): Promise<Destination[]> {
  const unique = [...new Map(services.map(service => [service.port, service])).values()]
  const isThere = await Promise.all(unique.map(answers))
  return unique.filter(({ port }, index) => isThere[index] && port > 1023)
}

const answerMilliseconds = 500

function answers({ host, port }: Destination): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect({ host: toAddress(host), port, timeout: answerMilliseconds })
    const end = (isThere: boolean) => {
      socket.destroy()
      resolve(isThere)
    }
    socket
      .once('connect', () => end(true))
      .once('error', () => end(false))
      .once('timeout', () => end(false))
  })
}

function toForward({ host, port }: Destination): Server {
  return createServer({ allowHalfOpen: true }, client => {
    const service = connect({ host: toAddress(host), port, allowHalfOpen: true })
    pipeline(client, service, client, () => {})
  })
}

function toAddress(host: string): string {
  return host === '0.0.0.0' ? '127.0.0.1' : host.replace(/^\[|\]$/g, '')
}

function listen(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server
      .once('error', reject)
      .listen(path, () => resolve())
      .unref()
  })
}

function close(server: Server): void {
  server.close()
  if ('closeAllConnections' in server) (server as { closeAllConnections(): void }).closeAllConnections()
}
