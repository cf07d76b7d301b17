import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Responder, readJson, sendJson } from './http.ts'
import type { Repository } from './repository.ts'
import { commentRoutes } from './rest/comments.ts'
import { dispatchRoutes } from './rest/dispatches.ts'
import { issueRoutes } from './rest/issues.ts'
import { matchPath } from './rest/match-path.ts'
import { pullRoutes } from './rest/pulls.ts'
import { RateLimits } from './rest/rate-limit.ts'
import { refRoutes } from './rest/refs.ts'
import { repositoryRoutes } from './rest/repositories.ts'
import { type ApiAnswer, ApiError, type ApiServices, type Route } from './rest/route.ts'
import { runRoutes } from './rest/runs.ts'
import { type AccessToken, mayUse, readAuthorization, type TokenRegistry } from './token-registry.ts'

const routes = [
  ...repositoryRoutes,
  ...pullRoutes,
  ...issueRoutes,
  ...commentRoutes,
  ...refRoutes,
  ...runRoutes,
  ...dispatchRoutes,
]

/** A request that the API has answered. */
export interface ApiRecord {
  readonly method: string
  readonly path: string
  readonly status: number
  /** The job or the person; undefined without a token. */
  readonly owner: string | undefined
}

interface Hosts extends Omit<ApiServices, 'origin'> {
  readonly tokens: TokenRegistry
  tryFindRepository(name: string): Repository | undefined
}

/** GitHub's REST API, as far as it is needed: it knows tokens and permissions, and keeps what is changed. */
export class RestApi {
  readonly requests: ApiRecord[] = []
  readonly rateLimits = new RateLimits()
  private readonly hosts: Hosts

  constructor(hosts: Hosts) {
    this.hosts = hosts
  }

  readonly respond: Responder = async (request, response, url) => {
    if (!url.pathname.startsWith('/api/v3/')) return false
    const path = url.pathname.slice('/api/v3'.length).replace(/\/$/, '')
    const token = readAuthorization(this.hosts.tokens, request.headers.authorization)
    const answer = await this.tryAnswer(request, url, path, token)
    const { method = '' } = request
    this.requests.push({ method, path, status: answer.status, owner: token?.owner })
    send(response, answer, this.rateLimits.toHeaders(token?.secret ?? ''))
    return true
  }

  private async tryAnswer(
    request: IncomingMessage,
    url: URL,
    path: string,
    token: AccessToken | undefined | null,
  ): Promise<ApiAnswer> {
    try {
      if (token === null) throw new ApiError(401, 'Bad credentials')
      if (!this.rateLimits.count(token?.secret ?? '')) {
        throw new ApiError(403, `API rate limit exceeded for ${token?.login ?? 'nobody'}.`)
      }
      return await this.answer(request, url, path, token)
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      const { status, message, errors } = error
      return { status, body: { message, ...(errors && { errors }), documentation_url: '', status } }
    }
  }

  private async answer(
    request: IncomingMessage,
    url: URL,
    path: string,
    token: AccessToken | undefined,
  ): Promise<ApiAnswer> {
    const [, name = '', rest = ''] = /^\/repos\/([^/]+\/[^/]+)(.*)$/.exec(path) ?? []
    const repository = this.hosts.tryFindRepository(name)
    const body = await readJson(request)
    for (const route of routes) {
      const params = route.method === request.method ? matchPath(route.path, rest) : undefined
      if (params === undefined || repository === undefined) continue
      requirePermission(token, repository, route)
      const { hosts } = this
      const { artifacts, runs, serverUrl } = hosts
      const sendRepositoryEvent = hosts.sendRepositoryEvent.bind(hosts)
      const services = {
        artifacts,
        runs,
        serverUrl,
        sendRepositoryEvent,
        origin: `http://${request.headers.host}`,
      }
      return await route.answer({ services, repository, token, params, query: url.searchParams, body })
    }
    throw new ApiError(404, 'Not Found')
  }
}

/** Throws what GitHub answers: 404 to those who must not know that there is such a repository, else 403. */
function requirePermission(token: AccessToken | undefined, repository: Repository, route: Route): void {
  const permissions = route.permissions.filter(name => mayUse(token, repository, name, route.level))
  if (permissions.length > 0) return
  const isReached =
    token !== undefined && (token.repository === undefined || token.repository === repository.name)
  if (isReached && route.permissions.includes('metadata')) return
  if (!isReached && repository.visibility === 'private') throw new ApiError(404, 'Not Found')
  throw new ApiError(
    token === undefined ? 401 : 403,
    token === undefined ? 'Requires authentication' : 'Resource not accessible by integration',
  )
}

function send(
  response: ServerResponse,
  { status, body, headers = {} }: ApiAnswer,
  limits: Record<string, string>,
): void {
  sendJson(response, status, body, { ...limits, ...headers })
}
