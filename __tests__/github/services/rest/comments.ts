import type { Comment, Issue } from './issue.ts'
import { requireIssue } from './issues.ts'
import { toPage } from './pages.ts'
import { ApiError, type ApiRequest, created, ok, type Route, requireText } from './route.ts'

const permissions = ['issues', 'pull-requests']
/** The longest comment, in characters. */
const longestBody = 65_536

export const commentRoutes: readonly Route[] = [
  { method: 'GET', path: '/issues/:number/comments', permissions, level: 'read', answer: listComments },
  { method: 'POST', path: '/issues/:number/comments', permissions, level: 'write', answer: addComment },
  { method: 'GET', path: '/issues/comments/:id', permissions, level: 'read', answer: showComment },
  { method: 'PATCH', path: '/issues/comments/:id', permissions, level: 'write', answer: changeComment },
]

function toCommentBody({ repository, services }: ApiRequest, issue: Issue, comment: Comment): object {
  const { id, body, login } = comment
  return {
    id,
    body,
    created_at: comment.createdAt,
    updated_at: comment.createdAt,
    user: { login, type: login.endsWith('[bot]') ? 'Bot' : 'User' },
    html_url: `${services.serverUrl}/${repository.name}/issues/${issue.number}#issuecomment-${id}`,
    issue_url: `/repos/${repository.name}/issues/${issue.number}`,
  }
}

function listComments(request: ApiRequest) {
  const { repository } = request
  const issue = requireIssue(request)
  const bodies = issue.comments.map(comment => toCommentBody(request, issue, comment))
  return toPage(request, `/repos/${repository.name}/issues/${issue.number}/comments`, bodies)
}

function addComment(request: ApiRequest) {
  const { repository, token } = request
  const issue = requireIssue(request)
  const body = requireBody(request)
  const count = repository.issues.reduce((sum, { comments }) => sum + comments.length, 0)
  const comment: Comment = {
    id: 1000 + count,
    login: token?.login ?? '',
    createdAt: new Date().toISOString(),
    body,
  }
  issue.comments.push(comment)
  return created(toCommentBody(request, issue, comment))
}

function requireBody({ body }: ApiRequest): string {
  const text = requireText(body, 'body')
  if (text.length > longestBody)
    throw new ApiError(422, 'Validation Failed: body is too long (maximum is 65536 characters)')
  return text
}

function findComment({ repository, params }: ApiRequest): { issue: Issue; comment: Comment } {
  for (const issue of repository.issues) {
    const comment = issue.comments.find(({ id }) => String(id) === params.id)
    if (comment !== undefined) return { issue, comment }
  }
  throw new ApiError(404, 'Not Found')
}

function showComment(request: ApiRequest) {
  const { issue, comment } = findComment(request)
  return ok(toCommentBody(request, issue, comment))
}

function changeComment(request: ApiRequest) {
  const { issue, comment } = findComment(request)
  comment.body = requireBody(request)
  return ok(toCommentBody(request, issue, comment))
}
