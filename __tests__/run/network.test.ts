import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from '@jest/globals'
import { runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeRepository } from '../support/repository.ts'
import { hasSandbox } from '../support/sandbox.ts'

const inSandbox = hasSandbox ? test : test.skip

const servers: Server[] = []

afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** A server on loopback that answers with a text and the path that it was asked for. */
async function serve(text: string): Promise<number> {
  const server = createServer((request, response) => response.end(`${text} ${request.url}`))
  servers.push(server)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

/** Asks through the proxy that the environment names, or directly, and prints the answer or what went wrong. */
const ask = `
const http = require('node:http')
const proxy = new URL(process.env.HTTP_PROXY)
const get = options => new Promise(done => {
  http.get({ ...options, agent: false }, r => { let t = ''; r.on('data', c => t += c); r.on('end', () => done(r.statusCode + ' ' + t.trim())) })
    .on('error', e => done(e.code))
})
const through = url => get({ host: proxy.hostname, port: proxy.port, path: url })
const tunnel = target => new Promise(done => {
  const request = http.request({ host: proxy.hostname, port: proxy.port, method: 'CONNECT', path: target })
  request.on('connect', r => { done('tunnel ' + r.statusCode); request.destroy() }).on('error', e => done(e.code)).end()
})
const main = async () => {
  const own = http.createServer((q, r) => r.end('own')).listen(0, '127.0.0.1')
  console.log(await through('http://allowed.example/a'))
  console.log(await through('http://denied.example/b'))
  console.log(await tunnel('169.254.169.254:80'))
  console.log(await tunnel('denied.example:443'))
  console.log(await get({ host: '127.0.0.1', port: process.env.NAMED, path: '/c' }))
  console.log(await get({ host: '127.0.0.1', port: process.env.UNNAMED, path: '/d' }))
  console.log(await get({ host: '127.0.0.1', port: own.address().port }))
  process.exit()
}
main()`

inSandbox(
  'the only ways out are allowed hosts, by the proxy of the user, and services that a variable names',
  async () => {
    const [upstream, named, unnamed] = await Promise.all(['upstream', 'named', 'unnamed'].map(serve))
    const repository = makeRepository({ 'ask.cjs': ask })
    const script = 'node ask.cjs > seen.txt'
    writePlan(repository, { a: { script } }, { network: ['allowed.example'] })
    const env = {
      PARALLEL_AGENTS_SANDBOX: 'auto',
      HTTP_PROXY: `http://127.0.0.1:${upstream}`,
      NO_PROXY: '',
      MODEL_BASE_URL: `http://localhost:${named}/v1`,
      ...{ NAMED: String(named), UNNAMED: String(unnamed) },
    }
    const report = await runToReport(repository, [], { env })

    expect(repository.show(report.tasks.a?.branch as string, 'seen.txt').split('\n')).toEqual([
      '200 upstream http://allowed.example/a',
      '403 parallel-agents: denied.example is not an allowed host of this run (network: in the plan)',
      'tunnel 403',
      'tunnel 403',
      '200 named /c',
      'ECONNREFUSED',
      '200 own',
    ])
    expect(report.deniedHosts).toEqual([
      { host: 'denied.example', tasks: ['a'] },
      { host: '169.254.169.254', tasks: ['a'] },
    ])
    expect(report.stderr).toContain(
      'network: blocked denied.example for a; to allow it, add to the plan: network: ["denied.example"]',
    )
  },
)

/** Asks a model once, asks for something else, and prints what it knows of the key. */
const askModel = `
const http = require('node:http')
const post = path => new Promise(done => {
  const request = http.request(process.env.ANTHROPIC_BASE_URL + path, { method: 'POST', headers: { 'x-api-key': process.env.ANTHROPIC_API_KEY } })
  request.on('response', r => r.resume().on('end', () => done(r.statusCode))).on('error', e => done(e.code)).end('{}')
})
const main = async () => {
  console.log(process.env.ANTHROPIC_API_KEY, process.env.GITHUB_TOKEN)
  console.log(await post('/v1/messages'), await post('/v1/files'), await post('/../v1/files'), await post('//evil.example/v1/messages'))
}
main()`

inSandbox('the key of an agent stays outside, and what it uses is counted', async () => {
  const seen: unknown[] = []
  const model = createServer(({ url, headers }, response) => {
    seen.push([url, headers['x-api-key'], headers.host])
    response.end('{"usage":{"input_tokens":1200,"output_tokens":34}}')
  })
  servers.push(model)
  await new Promise<void>(resolve => model.listen(0, '127.0.0.1', resolve))
  const { port } = model.address() as AddressInfo
  const repository = makeRepository({ 'ask.cjs': askModel })
  const printKey = 'echo "$ANTHROPIC_API_KEY"'
  writePlan(repository, {
    a: {
      script: ': claude; node ask.cjs > seen.txt',
      test: `${printKey} > tested.txt; [ ! -s tested.txt ] || [ "$(cat tested.txt)" = "" ]`,
    },
    b: { script: `${printKey} > own.txt` },
  })
  const env = {
    PARALLEL_AGENTS_SANDBOX: 'auto',
    ANTHROPIC_BASE_URL: `http://127.0.0.1:${port}`,
    ANTHROPIC_API_KEY: 'REAL',
    GITHUB_TOKEN: 'FORGE',
  }
  const report = await runToReport(repository, [], { env })
  const { a, b } = report.tasks

  expect(repository.show(a?.branch as string, 'seen.txt')).toBe(
    'kept-outside-by-parallel-agents undefined\n200 403 403 403',
  )
  expect(seen).toEqual([['/v1/messages', 'REAL', `127.0.0.1:${port}`]])
  expect(a?.tokens).toBe(1234)
  expect(a?.outcome).toBe('succeeded')
  expect(repository.show(b?.branch as string, 'own.txt')).toBe('REAL')
})
