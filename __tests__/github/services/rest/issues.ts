import type { Issue } from './issue.ts'
import { toPage } from './pages.ts'
import { ApiError, type ApiRequest, ok, type Route } from './route.ts'

/** Pull requests are issues too, so either permission lets in. */
const either = ['issues', 'pull-requests']

export const issueRoutes: readonly Route[] = [
  { method: 'GET', path: '/issues', permissions: ['issues'], level: 'read', answer: listIssues },
  { method: 'GET', path: '/issues/:number', permissions: either, level: 'read', answer: showIssue },
  { method: 'GET', path: '/issues/:number/events', permissions: either, level: 'read', answer: listEvents },
  {
    method: 'GET',
    path: '/issues/:number/dependencies/blocked_by',
    permissions: ['issues'],
    level: 'read',
    answer: request => listNumbers(request, requireIssue(request).blockedBy),
  },
  {
    method: 'GET',
    path: '/issues/:number/sub_issues',
    permissions: ['issues'],
    level: 'read',
    answer: request => listNumbers(request, requireIssue(request).subIssues),
  },
  { method: 'POST', path: '/issues/:number/assignees', permissions: either, level: 'write', answer: assign },
  { method: 'PATCH', path: '/issues/:number', permissions: either, level: 'write', answer: changeIssue },
  { method: 'GET', path: '/milestones', permissions: either, level: 'read', answer: listMilestones },
  { method: 'GET', path: '/issues/:number/labels', permissions: either, level: 'read', answer: listLabels },
  { method: 'POST', path: '/issues/:number/labels', permissions: either, level: 'write', answer: addLabels },
]

/** The issue that a path names. Throws 404 when there is none. */
export function requireIssue({ repository, params }: ApiRequest): Issue {
  const issue = repository.issues.find(issue => String(issue.number) === params.number)
  if (issue === undefined) throw new ApiError(404, 'Not Found')
  return issue
}

export function toIssueBody({ repository, services }: ApiRequest, issue: Issue): object {
  const { number, title, body, state, createdAt } = issue
  const kind = issue.pull === undefined ? 'issues' : 'pull'
  return {
    id: number,
    node_id: `I_${repository.name}_${number}`,
    number,
    title,
    body,
    state,
    user: { login: issue.login },
    labels: toLabels(issue),
    comments: issue.comments.length,
    created_at: createdAt,
    html_url: `${services.serverUrl}/${repository.name}/${kind}/${number}`,
    ...(issue.pull === undefined ? {} : { pull_request: { url: `/pulls/${number}` } }),
  }
}

function listIssues(request: ApiRequest) {
  const { repository, query } = request
  const state = query.get('state') ?? 'open'
  const labels = (query.get('labels') ?? '').split(',').filter(label => label !== '')
  const found = repository.issues
    .filter(issue => state === 'all' || issue.state === state)
    .filter(issue => labels.every(label => issue.labels.includes(label)))
  return toPage(
    request,
    `/repos/${repository.name}/issues`,
    found.map(issue => toIssueBody(request, issue)),
  )
}

function listNumbers(request: ApiRequest, numbers: readonly number[]) {
  return ok(numbers.map(number => toIssueBody(request, request.repository.requireIssue(number))))
}

function assign(request: ApiRequest) {
  const issue = requireIssue(request)
  const { assignees } = request.body
  if (!Array.isArray(assignees)) throw new ApiError(422, 'Validation Failed')
  issue.assignees = [...new Set([...issue.assignees, ...assignees.map(String)])]
  return ok(toIssueBody(request, issue))
}

function listMilestones({ repository }: ApiRequest) {
  return ok(repository.milestones.map((title, index) => ({ number: index + 1, title })))
}

function changeIssue(request: ApiRequest) {
  const issue = requireIssue(request)
  const { milestone } = request.body
  const title = request.repository.milestones[Number(milestone) - 1]
  if (title === undefined) throw new ApiError(422, 'Validation Failed')
  issue.milestone = title
  return ok(toIssueBody(request, issue))
}

function showIssue(request: ApiRequest) {
  return ok(toIssueBody(request, requireIssue(request)))
}

export function toLabels(issue: Issue): object[] {
  return issue.labels.map(name => ({ name }))
}

function listLabels(request: ApiRequest) {
  return ok(toLabels(requireIssue(request)))
}

function listEvents(request: ApiRequest) {
  const issue = requireIssue(request)
  const bodies = issue.events.map(({ event, login, createdAt, label }) => ({
    event,
    actor: { login, type: login.endsWith('[bot]') ? 'Bot' : 'User' },
    created_at: createdAt,
    ...(label === undefined ? {} : { label: { name: label } }),
  }))
  return toPage(request, `/repos/${request.repository.name}/issues/${issue.number}/events`, bodies)
}

function addLabels(request: ApiRequest) {
  const issue = requireIssue(request)
  const { labels } = request.body
  if (!Array.isArray(labels)) throw new ApiError(422, 'Validation Failed')
  issue.labels = [...new Set([...issue.labels, ...labels.map(String)])]
  return ok(toLabels(issue))
}
