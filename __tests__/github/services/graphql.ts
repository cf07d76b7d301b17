import { type Responder, readJson, sendJson } from './http.ts'
import type { Repository } from './repository.ts'
import { type AccessToken, mayUse, readAuthorization, type TokenRegistry } from './token-registry.ts'

interface Hosts {
  readonly tokens: TokenRegistry
  readonly repositories: ReadonlyMap<string, Repository>
  tryFindRepository(name: string): Repository | undefined
}

const question =
  /^query \{ repository\(owner: "([^"]+)", name: "([^"]+)"\) \{ issue\(number: (\d+)\) \{ lastEditedAt \} \} \}$/

/** GitHub's GraphQL API, as far as it is needed: what REST does not tell. */
export function toGraphqlResponder(hosts: Hosts): Responder {
  return async (request, response, url) => {
    if (url.pathname !== '/api/graphql') return false
    const token = readAuthorization(hosts.tokens, request.headers.authorization) ?? undefined
    const { query } = await readJson(request)
    if (token === undefined) sendJson(response, 401, { message: 'Bad credentials' })
    else sendJson(response, 200, answer(hosts, token, String(query)))
    return true
  }
}

function answer(hosts: Hosts, token: AccessToken, query: string): object {
  if (query === 'query { viewer { login } }') return { data: { viewer: { login: token.login } } }
  return tryMarkReady(hosts, token, query) ?? answerIssue(hosts, token, query)
}

function answerIssue(hosts: Hosts, token: AccessToken, query: string): object {
  const [, owner, name, number] = question.exec(query) ?? []
  const repository = hosts.tryFindRepository(`${owner}/${name}`)
  const issue = repository?.issues.find(candidate => String(candidate.number) === number)
  if (repository === undefined || issue === undefined || !mayUse(token, repository, 'issues', 'read'))
    return { data: { repository: null }, errors: [{ type: 'NOT_FOUND' }] }
  return { data: { repository: { issue: { lastEditedAt: issue.lastEditedAt } } } }
}

function tryMarkReady({ repositories }: Hosts, token: AccessToken, query: string): object | undefined {
  const [, name, number] =
    /markPullRequestReadyForReview\(input: \{ pullRequestId: "PR_([^"]+)_(\d+)" \}\)/.exec(query) ?? []
  const repository = [...repositories.values()].find(candidate => candidate.name === name)
  const pull = repository?.issues.find(issue => String(issue.number) === number)?.pull
  if (repository === undefined || pull === undefined) return undefined
  if (mayUse(token, repository, 'pull-requests', 'write')) pull.draft = false
  return { data: { markPullRequestReadyForReview: { clientMutationId: null } } }
}
