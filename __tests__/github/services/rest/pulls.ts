import type { Repository } from '../repository.ts'
import type { Issue, Pull } from './issue.ts'
import { toIssueBody } from './issues.ts'
import { toPage } from './pages.ts'
import { ApiError, type ApiRequest, created, invalid, ok, type Route, requireText } from './route.ts'

const permissions = ['pull-requests']

export const pullRoutes: readonly Route[] = [
  { method: 'GET', path: '/pulls', permissions, level: 'read', answer: listPulls },
  { method: 'POST', path: '/pulls', permissions, level: 'write', answer: openPull },
  { method: 'GET', path: '/pulls/:number', permissions, level: 'read', answer: showPull },
  { method: 'PATCH', path: '/pulls/:number', permissions, level: 'write', answer: changePull },
]

type PullIssue = Issue & { readonly pull: Pull }

async function toPullBody(request: ApiRequest, issue: PullIssue): Promise<object> {
  const { repository } = request
  const { pull } = issue
  const toSide = async (ref: string) => ({
    ref,
    sha: await repository.tryResolve(`refs/heads/${ref}`),
    label: `${repository.owner}:${ref}`,
    repo: { full_name: repository.name },
  })
  return {
    ...toIssueBody(request, issue),
    node_id: `PR_${repository.name}_${issue.number}`,
    draft: pull.draft,
    merged: false,
    merged_at: null,
    head: await toSide(pull.head),
    base: await toSide(pull.base),
  }
}

function isPull(issue: Issue): issue is PullIssue {
  return issue.pull !== undefined
}

function requirePull({ repository, params }: ApiRequest): PullIssue {
  const issue = repository.issues.find(({ number }) => String(number) === params.number)
  if (issue === undefined || !isPull(issue)) throw new ApiError(404, 'Not Found')
  return issue
}

async function listPulls(request: ApiRequest) {
  const { repository, query } = request
  const state = query.get('state') ?? 'open'
  const [head, base] = [query.get('head'), query.get('base')]
  const found = repository.issues
    .filter(isPull)
    .filter(issue => state === 'all' || issue.state === state)
    .filter(({ pull }) => head === null || head === `${repository.owner}:${pull.head}`)
    .filter(({ pull }) => base === null || base === pull.base)
    .reverse()
  const bodies = await Promise.all(found.map(issue => toPullBody(request, issue)))
  return toPage(request, `/repos/${repository.name}/pulls`, bodies)
}

async function openPull(request: ApiRequest) {
  const { repository, token, body } = request
  if (token?.kind === 'job' && !repository.settings.actionsMayOpenPullRequests) {
    throw new ApiError(403, 'GitHub Actions is not permitted to create or approve pull requests.')
  }
  const pull = await readPull(request)
  const issue = repository.addIssue({
    title: requireText(body, 'title'),
    body: typeof body.body === 'string' ? body.body : null,
    login: token?.login ?? '',
    pull,
  })
  return created(await toPullBody(request, { ...issue, pull }))
}

async function readPull({ repository, body }: ApiRequest): Promise<Pull> {
  const head = requireText(body, 'head').replace(`${repository.owner}:`, '')
  const base = requireText(body, 'base')
  const [headCommit, baseCommit] = [
    await requireBranch(repository, 'head', head),
    await requireBranch(repository, 'base', base),
  ]
  const isOpen = repository.issues.some(
    ({ state, pull }) => state === 'open' && pull?.head === head && pull.base === base,
  )
  if (isOpen) {
    throw invalid('PullRequest', 'head', `A pull request already exists for ${repository.owner}:${head}.`)
  }
  const ahead = await repository.git('rev-list', '--count', `${baseCommit}..${headCommit}`)
  if (ahead === '0') throw invalid('PullRequest', 'head', `No commits between ${base} and ${head}`)
  return { head, base, draft: body.draft === true }
}

async function requireBranch(repository: Repository, field: string, branch: string): Promise<string> {
  const commit = await repository.tryResolve(`refs/heads/${branch}`)
  if (commit !== undefined) return commit
  throw new ApiError(422, 'Validation Failed', [{ resource: 'PullRequest', field, code: 'invalid' }])
}

async function showPull(request: ApiRequest) {
  return ok(await toPullBody(request, requirePull(request)))
}

async function changePull(request: ApiRequest) {
  const { repository, body } = request
  const issue = requirePull(request)
  if (body.title !== undefined) issue.title = requireText(body, 'title')
  if (body.body !== undefined) issue.body = String(body.body)
  if (body.state !== undefined) issue.state = readState(body.state)
  if (body.base !== undefined) {
    issue.pull.base = requireText(body, 'base')
    await requireBranch(repository, 'base', issue.pull.base)
  }
  return ok(await toPullBody(request, issue))
}

function readState(value: unknown): 'open' | 'closed' {
  if (value === 'open' || value === 'closed') return value
  throw invalid('PullRequest', 'state', 'state must be open or closed')
}
