import { spawn } from 'node:child_process'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Responder } from './http.ts'
import type { Repository } from './repository.ts'
import { plainGit } from './run-git.ts'
import { type AccessToken, mayUse, readAuthorization, type TokenRegistry } from './token-registry.ts'

interface GitServices {
  readonly tokens: TokenRegistry
  tryFindRepository(name: string): Repository | undefined
}

/** Serves git over HTTP, https://git-scm.com/docs/git-http-backend, to whoever may read or write. */
export function toGitResponder(services: GitServices): Responder {
  return async (request, response, url) => {
    const match = /^\/([^/]+\/[^/]+?)(?:\.git)?\/(info\/refs|git-upload-pack|git-receive-pack)$/.exec(
      url.pathname,
    )
    if (match === null) return false
    const [, name, action] = match as unknown as [string, string, string]
    const isWrite = action === 'git-receive-pack' || url.searchParams.get('service') === 'git-receive-pack'
    const token = readAuthorization(services.tokens, request.headers.authorization)
    const repository = services.tryFindRepository(name)
    const refusal = findRefusal(token, repository, name, isWrite)
    if (refusal !== undefined || repository === undefined) {
      refuse(response, ...(refusal ?? [404, 'Repository not found.']))
    } else {
      await serve({
        request,
        response,
        repository,
        action,
        query: url.search.slice(1),
        token: token ?? undefined,
      })
    }
    return true
  }
}

function findRefusal(
  token: AccessToken | undefined | null,
  repository: Repository | undefined,
  name: string,
  isWrite: boolean,
): [status: number, text: string] | undefined {
  if (token === null) return [401, 'Invalid username or token.']
  const mayRead = repository !== undefined && mayUse(token, repository, 'contents', 'read')
  if (token === undefined && (!mayRead || isWrite)) return [401, 'Authentication required.']
  if (!mayRead) return [404, 'Repository not found.']
  if (isWrite && !mayUse(token, repository, 'contents', 'write')) {
    return [403, `Permission to ${name}.git denied to ${token?.login}.`]
  }
  return undefined
}

function refuse(response: ServerResponse, status: number, text: string): void {
  const challenge = status === 401 ? { 'www-authenticate': 'Basic realm="GitHub"' } : {}
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...challenge })
  response.end(text)
}

interface Served {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly repository: Repository
  readonly action: string
  readonly query: string
  readonly token: AccessToken | undefined
}

function serve({ request, response, repository, action, query, token }: Served): Promise<void> {
  const child = spawn('git', ['http-backend'], {
    env: {
      PATH: process.env.PATH,
      ...plainGit,
      GIT_PROJECT_ROOT: repository.folder,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: `/${action}`,
      QUERY_STRING: query,
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: request.headers['content-type'],
      CONTENT_LENGTH: request.headers['content-length'],
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'],
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      REMOTE_USER: token?.login,
      HUB_KIND: token?.kind,
      HUB_OWNER: token?.owner,
      HUB_PROTECTED: [...repository.protectedBranches].join(' '),
      HUB_PUSHES: repository.pushLog,
    },
  })
  child.stdin.on('error', () => {}) // it may answer before it has read everything
  request.pipe(child.stdin)
  return sendCgi(child.stdout, response)
}

/** Sends what a CGI program prints: headers, an empty line, the body. */
function sendCgi(output: NodeJS.ReadableStream, response: ServerResponse): Promise<void> {
  return new Promise((resolve, reject) => {
    let head: Buffer | undefined = Buffer.alloc(0)
    output.on('data', (chunk: Buffer) => {
      if (head === undefined) return void response.write(chunk)
      head = Buffer.concat([head, chunk])
      const end = head.indexOf('\r\n\r\n')
      if (end < 0) return
      writeCgiHead(response, head.subarray(0, end).toString())
      response.write(head.subarray(end + 4))
      head = undefined
    })
    output.on('end', () => {
      response.end()
      resolve()
    })
    output.on('error', reject)
  })
}

function writeCgiHead(response: ServerResponse, text: string): void {
  const headers = text.split('\r\n').map(line => line.split(/:\s*/, 2) as [string, string])
  const status = headers.find(([name]) => name.toLowerCase() === 'status')?.[1]
  for (const [name, value] of headers) if (name.toLowerCase() !== 'status') response.setHeader(name, value)
  response.writeHead(Number.parseInt(status ?? '200', 10))
}
