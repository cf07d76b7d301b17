import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { hasSandbox } from '../support/sandbox.ts'
import { makeScene } from './scene.ts'

const inSandbox = hasSandbox ? test : test.skip

const asked: string[] = []
const service = createServer((request, answer) => {
  const other = Object.keys(request.headers).filter(name => name.includes('method'))
  asked.push([request.method, request.url, ...other].join(' '))
  answer.end(`${request.headers['x-api-key']}`)
})

beforeAll(() => new Promise<void>(resolve => service.listen(0, '127.0.0.1', resolve)))
afterAll(() => {
  service.close()
})

const ask = `
const { appendFileSync } = require('node:fs')
const http = require('node:http')
const ask = (method, path, headers = {}) => new Promise(done => {
  http.request(process.env.ANTHROPIC_BASE_URL + path, { method, headers }, answer => answer.resume().on('end', done)).on('error', done).end()
})
const all = async () => {
  await ask('POST', '/v1/messages')
  for (const name of ['X-HTTP-Method-Override', 'X-HTTP-Method', 'X-Method-Override']) await ask('POST', '/v1/models/mine', { [name]: 'DELETE' })
  for (const name of ['_method', '_METHOD', '%5Fmethod', '$httpMethod', 'x-http-method-override', 'a=b&_method'])
    await ask('POST', '/v1/models/mine?' + name + '=DELETE')
  for (const method of ['TRACE', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) await ask(method, '/v1/models/mine')
  for (const path of ['/v1/messages/..%2ffiles', '/v1/messages/%2e%2e/files', '/v1//messages', '/v1/messages;x', '/V1/MESSAGES', '//other/v1/messages'])
    await ask('POST', path)
}
all()`

// Tries: methods, and headers and parameters in place of methods, that give the key back or delete models, and spellings of paths to other endpoints.
// Afterwards: the service was asked for the model only.
inSandbox(
  'the proxy of a key passes on no other methods and no other spellings of paths',
  async () => {
    const { tasks } = await makeScene({ 'ask.cjs': ask }).run(
      { a: { script: 'node ask.cjs; echo a > a.txt # claude' } },
      {},
      {
        args: ['--sandbox', 'auto'],
        env: {
          ANTHROPIC_API_KEY: 'KEY-OF-THE-USER',
          ANTHROPIC_BASE_URL: `http://127.0.0.1:${(service.address() as AddressInfo).port}`,
        },
      },
    )

    expect(tasks.a?.landing).toBe('landed')
    expect(asked).toEqual(['POST /v1/messages', ...Array(3).fill('POST /v1/models/mine')])
  },
  40_000,
)
