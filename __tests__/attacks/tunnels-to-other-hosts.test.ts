import { type AddressInfo, createServer } from 'node:net'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { hasSandbox } from '../support/sandbox.ts'
import { makeScene } from './scene.ts'

const inSandbox = hasSandbox ? test : test.skip

/** The proxy of the user. Behind it, one server answers for many hosts, by what a client says inside of a tunnel. */
let seen = ''
const upstream = createServer(socket => {
  socket.on('error', () => {})
  socket.on('data', data => {
    seen += data.toString('latin1')
    socket.write('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n')
  })
})

beforeAll(() => new Promise<void>(resolve => upstream.listen(0, '127.0.0.1', resolve)))
afterAll(() => {
  upstream.close()
})

/** How a record of TLS begins, before its length. */
const head = String.fromCharCode(22, 3, 1)

const ask = `
const net = require('node:net')
const tls = require('node:tls')
const http = require('node:http')
const proxy = new URL(process.env.HTTP_PROXY)
const open = target => new Promise(done => {
  http.request({ host: proxy.hostname, port: proxy.port, method: 'CONNECT', path: target }).on('connect', (_, socket) => done(socket)).end()
})
const hello = async servername => {
  const socket = await open('allowed.example:443')
  let first = true
  // Cut into records and pieces, so that no part holds the whole name.
  const cut = new (require('node:stream').Duplex)({
    read() {},
    write(chunk, _, done) {
      if (first) for (let at = 5; at < chunk.length; at += 40) {
        const part = chunk.subarray(at, at + 40)
        socket.write(Buffer.concat([Buffer.from([22, 3, 1, 0, part.length]), part]))
      }
      first = false
      done()
    },
  })
  tls.connect({ socket: cut, servername }).on('error', () => {})
  return new Promise(done => setTimeout(done, 400))
}
const plain = async () => {
  const socket = await open('allowed.example:80')
  socket.on('error', () => {})
  socket.write('GET /plain-allowed HTTP/1.1\\r\\nHost: other-evil.example\\r\\n\\r\\nGET http://third-evil.example/ HTTP/1.1\\r\\nHost: fourth-evil.example\\r\\n\\r\\n')
  return new Promise(done => setTimeout(done, 400))
}
hello('allowed.example').then(() => hello('evil.example')).then(plain).then(() => process.exit())`

// Tries: to reach another host of the server that an allowed name leads to: by the name in TLS, and by those in requests, inside of tunnels.
// Afterwards: only the allowed name was asked for.
inSandbox(
  'a tunnel to an allowed host leads to no other host of its server',
  async () => {
    const { tasks, deniedHosts } = await makeScene({ 'ask.cjs': ask }).run(
      { a: { script: 'node ask.cjs; echo a > a.txt' } },
      { network: ['allowed.example'] },
      {
        args: ['--sandbox', 'auto'],
        env: { HTTP_PROXY: `http://127.0.0.1:${(upstream.address() as AddressInfo).port}`, NO_PROXY: '' },
      },
    )

    expect(tasks.a?.landing).toBe('landed')
    const [start, ...records] = seen.split(head)
    const said = [start, ...records.map(record => record.slice(2))].join('')
    expect(said).toContain(`${String.fromCharCode(0, 15)}allowed.example`) // with its length, as in TLS
    expect(said).toContain('GET http://allowed.example/plain-allowed')
    expect(said).not.toContain('evil')
    expect(deniedHosts.map(({ host }) => host)).toEqual(['evil.example'])
  },
  60_000,
)
