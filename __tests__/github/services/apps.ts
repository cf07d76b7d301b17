import { createPublicKey, createVerify, generateKeyPairSync } from 'node:crypto'
import type { Permissions } from '../workflow/permissions.ts'
import { type Responder, readJson, sendJson } from './http.ts'
import type { TokenRegistry } from './token-registry.ts'

/** A GitHub App, as its owner knows it. */
export interface App {
  readonly id: number
  readonly login: string
  readonly privateKey: string
  readonly permissions: Permissions
  /** Names of the repositories that it is installed in. */
  readonly repositories: Set<string>
}

/** The apps of a GitHub. */
export class Apps {
  private readonly apps = new Map<number, App>()

  create(login: string, permissions: Permissions): App {
    const { privateKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    })
    const app = { id: 100 + this.apps.size, login, privateKey, permissions, repositories: new Set<string>() }
    this.apps.set(app.id, app)
    return app
  }

  /** The app that signed a token, which is valid for ten minutes at most. */
  trySigner(authorization = ''): App | undefined {
    const [head = '', claims = '', signature = ''] = authorization.replace(/^bearer /i, '').split('.')
    const { iss, iat, exp } = tryClaims(claims)
    const app = this.apps.get(Number(iss))
    if (app === undefined || exp * 1000 < Date.now() || exp - iat > 660) return undefined
    const verify = createVerify('RSA-SHA256').update(`${head}.${claims}`)
    return verify.verify(createPublicKey(app.privateKey), signature, 'base64url') ? app : undefined
  }
}

function tryClaims(text: string): { readonly iss?: unknown; readonly iat: number; readonly exp: number } {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
  } catch {
    return { iat: 0, exp: 0 }
  }
}

/** How an app gets a token for a repository, and ends it. */
export function toAppResponder(hub: Hub): Responder {
  return async (request, response, url) => {
    const path = `${request.method} ${url.pathname.replace('/api/v3', '')}`
    if (!/^(GET \/repos\/.+\/installation|POST \/app\/.+|DELETE \/installation\/token)$/.test(path))
      return false
    const { authorization = '' } = request.headers
    const [status, body] = path.startsWith('DELETE')
      ? endToken(hub, authorization)
      : answerApp(hub, path, authorization, await readJson(request))
    sendJson(response, status, body)
    return true
  }
}

interface Hub {
  readonly apps: Apps
  readonly tokens: TokenRegistry
}

type Answer = readonly [status: number, body: object | undefined]

function endToken({ tokens }: Hub, authorization: string): Answer {
  tokens.revoke(authorization.replace(/^\S+ /, ''))
  return [204, undefined]
}

function answerApp(
  { apps, tokens }: Hub,
  path: string,
  authorization: string,
  body: Readonly<Record<string, unknown>>,
): Answer {
  const app = apps.trySigner(authorization)
  if (app === undefined) return [401, { message: 'A JSON web token could not be decoded' }]
  const [, shown] = /^GET \/repos\/(.+)\/installation$/.exec(path) ?? []
  if (shown !== undefined && app.repositories.has(shown)) return [200, { id: app.id }]
  const [wanted] = Array.isArray(body.repositories) ? body.repositories : []
  const repository = [...app.repositories].find(name => name.split('/')[1] === wanted)
  const isMint = path === `POST /app/installations/${app.id}/access_tokens`
  if (!isMint || repository === undefined) return [404, { message: 'Not Found' }]
  return [201, { token: tokens.issueForApp(app, repository).secret }]
}
