import { type AddressInfo, createServer } from 'node:net'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { hasSandbox } from '../support/sandbox.ts'
import { makeScene } from './scene.ts'

const inSandbox = hasSandbox ? test : test.skip

/** The proxy of the user, and every host behind it. */
const upstream = createServer(socket => {
  socket.on('error', () => {})
  socket.once('data', data => {
    const status = /status-(\d+)/.exec(String(data))?.[1] ?? '200 OK'
    socket.end(`HTTP/1.1 ${status}\r\nContent-Length: 0\r\n\r\n`)
  })
})

beforeAll(() => new Promise<void>(resolve => upstream.listen(0, '127.0.0.1', resolve)))
afterAll(() => {
  upstream.close()
})

const heads = [
  'GET http://allowed.example/ HTTP/1.1\r\nHost: a\r\nTrailer: x',
  'POST http://allowed.example/ HTTP/1.1\r\nHost: a\r\nTrailer: x\r\nContent-Length: 0',
  'GET http://allowed.example/ HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nTrailer: x',
  'GET http://allowed.example/status-099 HTTP/1.1\r\nHost: a',
  'GET http://allowed.example/status-000 HTTP/1.1\r\nHost: a',
  'GET http://allowed.example/status-101 HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: x',
  'CONNECT allowed.example:99999 HTTP/1.1',
  'OPTIONS * HTTP/1.1\r\nHost: a',
]
const ask = `
const net = require('node:net')
const ask = head => new Promise(done => {
  const socket = net.connect(new URL(process.env.HTTP_PROXY).port, '127.0.0.1', () => socket.write(head + '\\r\\n\\r\\n'))
  socket.setTimeout(300, () => socket.destroy()).on('data', () => socket.destroy()).on('error', () => {}).on('close', done)
})
Promise.all(${JSON.stringify(heads)}.map(ask)).then(() => process.exit())`

// Tries: requests to the proxy, and answers of a host that the agent owns, which node cannot write, so that it would end the run.
// Afterwards: the work has landed.
inSandbox(
  'requests and answers that node cannot write do not end a run',
  async () => {
    const { status } = await makeScene({ 'ask.cjs': ask }).run(
      { a: { script: 'node ask.cjs; echo a > a.txt' } },
      { network: ['allowed.example'] },
      {
        args: ['--sandbox', 'auto'],
        env: { HTTP_PROXY: `http://127.0.0.1:${(upstream.address() as AddressInfo).port}` },
      },
    )

    expect(status).toBe('landed')
  },
  40_000,
)
