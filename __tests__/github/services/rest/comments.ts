import { mayUse } from '../token-registry.ts'
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
  {
    method: 'POST',
    path: '/issues/comments/:id/reactions',
    permissions,
    level: 'write',
    answer: addReaction,
  },
  { method: 'PATCH', path: '/issues/comments/:id', permissions, level: 'write', answer: changeComment },
]

function toCommentBody({ repository, services }: ApiRequest, issue: Issue, comment: Comment): object {
  const { id, body, login } = comment
  return {
    id,
    body,
    created_at: comment.createdAt,
    updated_at: comment.editedAt ?? comment.createdAt,
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
  // The permission for pull requests is enough for those only.
  const needed = issue.pull === undefined ? ['issues'] : permissions
  if (!needed.some(name => mayUse(token, repository, name, 'write')))
    throw new ApiError(403, 'Resource not accessible by integration')
  requireUnlocked(request, issue, 'create comment')
  const comment = repository.addComment(issue, token?.login ?? '', body)
  return created(toCommentBody(request, issue, comment))
}

/** https://docs.github.com/en/communities/moderating-comments-and-conversations/locking-conversations */
function requireUnlocked({ token }: ApiRequest, { isLocked }: Issue, intent: string): void {
  if (isLocked && token?.kind === 'job')
    throw new ApiError(403, `Unable to ${intent} because issue is locked.`)
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

function addReaction(request: ApiRequest) {
  const { issue, comment } = findComment(request)
  requireUnlocked(request, issue, 'add reaction')
  const content = requireText(request.body, 'content')
  if (!['+1', '-1', 'laugh', 'confused', 'heart', 'hooray', 'rocket', 'eyes'].includes(content))
    throw new ApiError(422, 'Validation Failed')
  comment.reactions.push({ content, login: request.token?.login ?? '' })
  return created({ id: comment.reactions.length, content })
}

function changeComment(request: ApiRequest) {
  const { issue, comment } = findComment(request)
  requireUnlocked(request, issue, 'update comment')
  comment.body = requireBody(request)
  comment.editedAt = new Date().toISOString()
  return ok(toCommentBody(request, issue, comment))
}
