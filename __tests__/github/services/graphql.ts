import { type Responder, readJson, sendJson } from './http.ts'
import type { Repository } from './repository.ts'
import { mayUse, readAuthorization, type TokenRegistry } from './token-registry.ts'

interface Hosts {
  readonly tokens: TokenRegistry
  tryFindRepository(name: string): Repository | undefined
}

const question =
  /^query \{ repository\(owner: "([^"]+)", name: "([^"]+)"\) \{ issue\(number: (\d+)\) \{ lastEditedAt \} \} \}$/

/** GitHub's GraphQL API, as far as it is needed: when the text of an issue was edited, which REST does not tell. */
export function toGraphqlResponder(hosts: Hosts): Responder {
  return async (request, response, url) => {
    if (url.pathname !== '/api/graphql') return false
    const token = readAuthorization(hosts.tokens, request.headers.authorization) ?? undefined
    const { query } = await readJson(request)
    const [, owner, name, number] = question.exec(String(query)) ?? []
    const repository = hosts.tryFindRepository(`${owner}/${name}`)
    const issue = repository?.issues.find(issue => String(issue.number) === number)
    if (token === undefined) sendJson(response, 401, { message: 'Bad credentials' })
    else if (repository === undefined || issue === undefined || !mayUse(token, repository, 'issues', 'read'))
      sendJson(response, 200, { data: { repository: null }, errors: [{ type: 'NOT_FOUND' }] })
    else sendJson(response, 200, { data: { repository: { issue: { lastEditedAt: issue.lastEditedAt } } } })
    return true
  }
}
