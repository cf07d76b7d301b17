import { ApiError, type ApiRequest, ok, type Route } from './route.ts'

export const repositoryRoutes: readonly Route[] = [
  { method: 'GET', path: '', permissions: ['metadata'], level: 'read', answer: showRepository },
  {
    method: 'GET',
    path: '/branches/*branch',
    permissions: ['contents'],
    level: 'read',
    answer: showBranch,
  },
  { method: 'GET', path: '/compare/*range', permissions: ['contents'], level: 'read', answer: compare },
  {
    method: 'GET',
    path: '/rules/branches/*branch',
    permissions: ['metadata'],
    level: 'read',
    answer: listRules,
  },
  {
    method: 'GET',
    path: '/collaborators/:login/permission',
    permissions: ['metadata'],
    level: 'read',
    answer: showCollaborator,
  },
]

async function compare({ repository, params }: ApiRequest) {
  const [base = '', head = ''] = (params.range ?? '').split('...')
  const [from, to] = [await repository.tryResolve(base), await repository.tryResolve(head)]
  if (from === undefined || to === undefined) throw new ApiError(404, 'Not Found')
  const count = async (range: string) => Number(await repository.git('rev-list', '--count', range))
  return ok({ ahead_by: await count(`${from}..${to}`), behind_by: await count(`${to}..${from}`) })
}

/** What is active for a branch, also for one that is not there yet. */
function listRules({ repository, params }: ApiRequest) {
  const found = repository.rules.filter(({ prefix }) => params.branch?.startsWith(prefix))
  return ok(found.map(({ type }) => ({ type, ruleset_id: 7, ruleset_source_type: 'Repository' })))
}

/** GitHub says `write` for `maintain`, too, and `read` for `triage`. */
function showCollaborator({ repository, params }: ApiRequest) {
  const { login = '' } = params
  const permission =
    repository.collaborators.get(login) ?? (repository.visibility === 'public' ? 'read' : 'none')
  return ok({ permission, user: { login } })
}

function showRepository({ repository }: ApiRequest) {
  const [owner, name] = repository.name.split('/')
  return ok({
    id: 1,
    name,
    full_name: repository.name,
    owner: { login: owner },
    private: repository.visibility === 'private',
    visibility: repository.visibility,
    default_branch: 'main',
  })
}

async function showBranch({ repository, params }: ApiRequest) {
  const branch = params.branch ?? ''
  const sha = await repository.tryResolve(`refs/heads/${branch}`)
  if (sha === undefined) throw new ApiError(404, 'Branch not found')
  return ok({ name: branch, commit: { sha }, protected: repository.protectedBranches.has(branch) })
}
