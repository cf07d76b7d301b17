import { connect, type LookupFunction, type Socket } from 'node:net'
import { type Destination, isLoopback, toHostName } from '../../model/network/allow-list.ts'

type Variables = Readonly<Record<string, string>>

/** The user's proxy for a host; undefined: a direct connection. */
export function tryUpstream(env: Variables, { host, port }: Destination): URL | undefined {
  if (isLoopback(host) || isExcepted(env.NO_PROXY ?? env.no_proxy ?? '', host)) return undefined
  const { HTTPS_PROXY, https_proxy, HTTP_PROXY, http_proxy, ALL_PROXY, all_proxy } = env
  const forAll = ALL_PROXY || all_proxy
  const forPlain = HTTP_PROXY || http_proxy || forAll
  const named = port === 80 ? forPlain : HTTPS_PROXY || https_proxy || forAll || forPlain
  try {
    const url = new URL(named === undefined || /:\/\//.test(named) ? (named ?? '') : `http://${named}`)
    return url.protocol === 'http:' ? url : undefined
  } catch {
    return undefined // no proxy, or an unusable one
  }
}

function isExcepted(list: string, host: string): boolean {
  const name = toHostName(host)
  const entries = list.split(/[\s,]+/).filter(entry => entry !== '')
  return entries.some(entry => {
    const suffix = entry.toLowerCase().replace(/^\*?\./, '')
    return entry === '*' || name === suffix || name.endsWith(`.${suffix}`)
  })
}

const connectMilliseconds = 30_000

/** A connection to a host, through the user's proxy if there is one, which looks up names itself. */
export async function connectTo(
  env: Variables,
  destination: Destination,
  lookUp: LookupFunction | undefined,
): Promise<Socket> {
  const upstream = tryUpstream(env, destination)
  if (upstream === undefined) return open(toHostName(destination.host), destination.port, lookUp)
  const socket = await open(upstream.hostname, Number(upstream.port) || 80, undefined)
  const target = `${destination.host}:${destination.port}`
  const login = decodeURIComponent(`${upstream.username}:${upstream.password}`)
  const authorization =
    upstream.username === '' ? '' : `Proxy-Authorization: Basic ${Buffer.from(login).toString('base64')}\r\n`
  socket.write(`CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n${authorization}\r\n`)
  await untilConnected(socket)
  return socket
}

function open(host: string, port: number, lookUp: LookupFunction | undefined): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, timeout: connectMilliseconds, ...(lookUp && { lookup: lookUp }) })
    socket.once('connect', () => {
      socket.setTimeout(0).off('error', reject)
      resolve(socket)
    })
    socket.once('timeout', () => socket.destroy(new Error('the connection timed out')))
    socket.once('error', reject)
  })
}

const longestAnswer = 16_384

function untilConnected(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    let answer = Buffer.alloc(0)
    const fail = (error: Error) => {
      socket.destroy()
      reject(error)
    }
    const take = (chunk: Buffer) => {
      answer = Buffer.concat([answer, chunk])
      const end = answer.indexOf('\r\n\r\n')
      if (end === -1 && answer.length < longestAnswer) return
      socket.off('data', take).off('error', fail).pause()
      if (!/^HTTP\/1\.[01] 200/.test(answer.toString('latin1'))) return fail(new Error('the proxy refused'))
      if (answer.length > end + 4) socket.unshift(answer.subarray(end + 4))
      resolve()
    }
    socket.on('data', take).once('error', fail)
    socket.once('close', () => fail(new Error('the proxy closed the connection')))
  })
}
