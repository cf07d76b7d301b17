import { createVerify, generateKeyPairSync } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text as readText } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { mintAppToken } from '../../src/action/github/app-token.ts'
import { readInputs } from '../../src/action/inputs/read-inputs.ts'

const { publicKey, privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' }, // as GitHub makes them
})

/** The id of the app that signed a token; undefined: none with this key did. */
function trySigner(authorization = ''): string | undefined {
  const [head = '', claims = '', signature = ''] = authorization.replace(/^bearer /i, '').split('.')
  const verify = createVerify('RSA-SHA256').update(`${head}.${claims}`)
  if (!verify.verify(publicKey, signature, 'base64url')) return undefined
  const { iss, exp } = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8'))
  return exp * 1000 > Date.now() ? String(iss) : undefined
}

describe('the token of a GitHub App', () => {
  let server: Server
  let api: string
  const asked: string[] = []
  let failures = 0

  const answer = (method = '', url = '', authorization = ''): readonly [status: number, body?: unknown] => {
    if (method === 'DELETE') return authorization === 'token minted-token-1' ? [204] : [401]
    if (trySigner(authorization) !== '77') return [401, { message: 'Bad credentials' }]
    if (failures-- > 0) return [503, { message: 'unavailable' }]
    if (url === '/repos/octo/project/installation') return [200, { id: 5 }]
    if (url === '/app/installations/5/access_tokens') return [201, { token: 'minted-token-1' }]
    return [404, { message: 'Not Found' }]
  }

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      const { method, url, headers } = request
      asked.push(`${method} ${url} ${await readText(request)}`.trim())
      const [status, body] = answer(method, url, headers.authorization)
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(body === undefined ? '' : JSON.stringify(body))
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    api = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => {
    server.close()
  })

  const mint = (id: string, key = privateKey, repository = 'octo/project') =>
    mintAppToken(
      { GITHUB_API_URL: api, GITHUB_REPOSITORY: repository },
      { id, privateKey: key },
      async () => {},
    )

  test('is for one repository, and ended with the step', async () => {
    failures = 1
    asked.length = 0
    const token = await mint('77')
    await token.revoke()

    expect(token.text).toBe('minted-token-1')
    expect(asked).toEqual([
      'GET /repos/octo/project/installation',
      'GET /repos/octo/project/installation',
      'POST /app/installations/5/access_tokens {"repositories":["project"]}',
      'DELETE /installation/token',
    ])
  })

  test('is also made with a key whose line ends were lost in a secret', async () => {
    const { text } = await mint('77', privateKey.replaceAll('\n', '\\n'))
    expect(text).toBe('minted-token-1')
  })

  test.each([
    ['another app', () => mint('78'), /does not accept the app 78: check that `app-private-key`/],
    ['another repository', () => mint('77', privateKey, 'octo/other'), /is not installed in octo\/other/],
    ['half of a key', () => mint('77', privateKey.slice(0, 300)), /is not the private key of an app/],
  ])('of %s is refused with what to do, and without the key', async (_, minting, words) => {
    const error = await minting().then(
      () => undefined,
      (caught: Error) => caught,
    )
    expect(error?.message).toMatch(words)
    expect(error?.message).not.toContain(privateKey.split('\n')[1])
  })
})

describe('the inputs of a GitHub App', () => {
  const app = { 'INPUT_APP-ID': '77', 'INPUT_APP-PRIVATE-KEY': privateKey }

  test('belong together', () => {
    expect(() => readInputs({ INPUT_COMMAND: 'publish', 'INPUT_APP-ID': '77' })).toThrow(
      `app-private-key: \${{ secrets.APP_PRIVATE_KEY }}`,
    )
    expect(readInputs({ INPUT_COMMAND: 'publish', ...app }).app).toEqual({
      id: '77',
      privateKey: privateKey.trim(),
    })
  })

  test.each(['run', 'merge', 'retry'])('are refused in the job of `command: %s`', command => {
    const read = () => readInputs({ INPUT_COMMAND: command, ...app })
    expect(read).toThrow('must not have the key of a GitHub App')
    expect(read).not.toThrow(privateKey.split('\n')[1])
  })
})
