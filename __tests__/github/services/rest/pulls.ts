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
  {
    method: 'PUT',
    path: '/pulls/:number/merge',
    permissions: ['contents'],
    level: 'write',
    answer: mergePull,
  },
  {
    method: 'POST',
    path: '/pulls/:number/requested_reviewers',
    permissions,
    level: 'write',
    answer: requestReviewers,
  },
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
    merged: pull.merged,
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
  return { head, base, draft: body.draft === true, merged: false, reviewers: [] }
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

async function requestReviewers(request: ApiRequest) {
  const issue = requirePull(request)
  const { reviewers, team_reviewers: teams } = request.body
  for (const list of [reviewers, teams])
    if (Array.isArray(list)) issue.pull.reviewers.push(...list.map(String))
  return created(await toPullBody(request, issue))
}

/** Closes the issues that the description names, as GitHub does on the default branch. */
async function mergePull(request: ApiRequest) {
  const { repository, body } = request
  const issue = requirePull(request)
  const { pull } = issue
  const head = await requireBranch(repository, 'head', pull.head)
  if (pull.draft) throw new ApiError(405, 'Pull Request is still a draft')
  if (body.sha !== head) throw new ApiError(409, 'Head branch was modified. Review and try the merge again.')
  const base = await requireBranch(repository, 'base', pull.base)
  const tree = await repository.git('merge-tree', '--write-tree', base, head)
  const message = `Merge pull request #${issue.number}`
  const identity = ['-c', 'user.name=GitHub', '-c', 'user.email=noreply@github.com']
  const merge = await repository.git(...identity, 'commit-tree', tree, '-p', base, '-p', head, '-m', message)
  await repository.git('update-ref', `refs/heads/${pull.base}`, merge, base)
  pull.merged = true
  issue.state = 'closed'
  for (const [, number] of (issue.body ?? '').matchAll(/\b[Cc]loses #(\d+)/g))
    repository.requireIssue(Number(number)).state = 'closed'
  return ok({ merged: true, sha: merge })
}

function readState(value: unknown): 'open' | 'closed' {
  if (value === 'open' || value === 'closed') return value
  throw invalid('PullRequest', 'state', 'state must be open or closed')
}
