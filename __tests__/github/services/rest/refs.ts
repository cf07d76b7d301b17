import type { Repository } from '../repository.ts'
import { tryGit } from '../run-git.ts'
import { ApiError, type ApiRequest, created, ok, type Route, requireText } from './route.ts'

const permissions = ['contents']

export const refRoutes: readonly Route[] = [
  { method: 'GET', path: '/git/ref/*ref', permissions, level: 'read', answer: showRef },
  { method: 'GET', path: '/git/matching-refs/*prefix', permissions, level: 'read', answer: listRefs },
  { method: 'POST', path: '/git/refs', permissions, level: 'write', answer: createRef },
  { method: 'PATCH', path: '/git/refs/*ref', permissions, level: 'write', answer: moveRef },
  { method: 'DELETE', path: '/git/refs/*ref', permissions, level: 'write', answer: deleteRef },
]

async function toRefBody(repository: Repository, ref: string, sha: string): Promise<object> {
  return { ref, object: { sha, type: await repository.git('cat-file', '-t', sha) } }
}

/** The object of a ref. Throws when there is no such ref. */
async function requireRef(
  repository: Repository,
  ref: string,
  status: number,
  message: string,
): Promise<string> {
  const sha = (await repository.refs(ref))[ref]
  if (sha === undefined) throw new ApiError(status, message)
  return sha
}

async function showRef({ repository, params }: ApiRequest) {
  const ref = `refs/${params.ref}`
  return ok(await toRefBody(repository, ref, await requireRef(repository, ref, 404, 'Not Found')))
}

async function listRefs({ repository, params }: ApiRequest) {
  const refs = await repository.refs(`refs/${params.prefix}`)
  return ok(await Promise.all(Object.entries(refs).map(([ref, sha]) => toRefBody(repository, ref, sha))))
}

async function createRef({ repository, body }: ApiRequest) {
  const ref = requireText(body, 'ref')
  const sha = requireText(body, 'sha')
  if (!/^refs\/[^/]+\/.+/.test(ref)) throw new ApiError(422, 'Reference name must start with "refs/"')
  await requireObject(repository, sha)
  const { code } = await tryGit(repository.folder, ['update-ref', ref, sha, '0'.repeat(40)])
  if (code !== 0) throw new ApiError(422, 'Reference already exists')
  return created(await toRefBody(repository, ref, sha))
}

async function requireObject(repository: Repository, sha: string): Promise<void> {
  const { code } = await tryGit(repository.folder, ['cat-file', '-e', sha])
  if (code !== 0) throw new ApiError(422, 'Object does not exist')
}

async function moveRef({ repository, params, body }: ApiRequest) {
  const ref = `refs/${params.ref}`
  const sha = requireText(body, 'sha')
  const before = await requireRef(repository, ref, 422, 'Reference does not exist')
  await requireObject(repository, sha)
  requireOpenBranch(repository, ref)
  const { code } = await tryGit(repository.folder, ['merge-base', '--is-ancestor', before, sha])
  if (code !== 0 && body.force !== true) throw new ApiError(422, 'Update is not a fast forward')
  await repository.git('update-ref', ref, sha, before)
  return ok(await toRefBody(repository, ref, sha))
}

async function deleteRef({ repository, params }: ApiRequest) {
  const ref = `refs/${params.ref}`
  const before = await requireRef(repository, ref, 422, 'Reference does not exist')
  requireOpenBranch(repository, ref)
  await repository.git('update-ref', '-d', ref, before)
  return { status: 204, body: undefined }
}

function requireOpenBranch(repository: Repository, ref: string): void {
  if (repository.protectedBranches.has(ref.replace(/^refs\/heads\//, ''))) {
    throw new ApiError(422, 'Cannot update this protected ref.')
  }
}
