import { findCheckouts, placeInCheckout } from '../checkouts/checkouts.ts'
import type { ObjectId } from '../objects/objects.ts'
import { type GitPlace, runGit, tryGit } from '../process/run-git.ts'
import { tryResolve, updateRefs } from '../refs/refs.ts'
import type { Repository } from '../repository/open-repository.ts'
import { findInTheWay } from './in-the-way.ts'

export type TargetMove =
  | { readonly kind: 'moved-to-result' }
  /** It was moved in the meantime. */
  | { readonly kind: 'moved-elsewhere' }
  | { readonly kind: 'refused'; readonly reason: string }

/**
 * Moves a local branch by compare-and-swap. Clean checkouts of the branch follow; with uncommitted changes in one of them, or during
 * a rebase or a bisect, nothing is moved.
 */
export async function moveTarget(
  repository: Repository,
  branch: string,
  { from, to }: { from: ObjectId; to: ObjectId },
): Promise<TargetMove> {
  const found = await findCheckouts(repository, branch)
  const [blocker] = found.flatMap(checkout => checkout.blocker ?? [])
  if (blocker !== undefined) return { kind: 'refused', reason: blocker }
  const checkouts = found.map(checkout => placeInCheckout(repository, checkout.directory))
  for (const checkout of checkouts) {
    if (await isDirty(checkout)) {
      return {
        kind: 'refused',
        reason: `${branch} is checked out with uncommitted changes in ${checkout.directory}`,
      }
    }
  }
  const followed: GitPlace[] = []
  for (const checkout of checkouts) {
    const problem = await tryCheckOut(checkout, from, to)
    if (problem !== undefined) {
      await goBack(followed, to, from)
      return { kind: 'refused', reason: problem }
    }
    followed.push(checkout)
  }
  const update = await updateRefs(repository, [{ ref: `refs/heads/${branch}`, from, to }])
  if (update.kind === 'updated') return { kind: 'moved-to-result' }
  await goBack(followed, to, from)
  return { kind: 'moved-elsewhere' }
}

/** A checkout that followed an interrupted move of its branch, and the result of reverting it; undefined: reverted. */
export interface TakenBack {
  readonly directory: string
  readonly problem: string | undefined
}

/** Reverts checkouts that followed an interrupted move of their branch: their index has moved, the branch has not. */
export async function takeBackCheckouts(
  repository: Repository,
  branch: string,
  { from, to }: { from: ObjectId; to: ObjectId },
): Promise<TakenBack[]> {
  if ((await tryResolve(repository, `refs/heads/${branch}`)) !== from) return []
  const taken: TakenBack[] = []
  const found = (await findCheckouts(repository, branch)).filter(({ blocker }) => blocker === undefined)
  for (const checkout of found.map(each => placeInCheckout(repository, each.directory))) {
    const { code } = await tryGit(checkout, ['diff-index', '--cached', '--quiet', to])
    if (code !== 0) continue
    taken.push({ directory: checkout.directory, problem: await tryCheckOut(checkout, to, from) })
  }
  return taken
}

async function goBack(checkouts: readonly GitPlace[], from: ObjectId, to: ObjectId): Promise<void> {
  for (const checkout of checkouts) await tryCheckOut(checkout, from, to)
}

async function isDirty(checkout: GitPlace): Promise<boolean> {
  const changed = await runGit(checkout, [
    'status',
    '--porcelain',
    '--untracked-files=no',
    '--ignore-submodules=dirty',
  ])
  return changed !== ''
}

/** Moves index and files from one commit to another, as a fast-forward does. Fails on untracked files in the way, also ignored ones. */
async function tryCheckOut(checkout: GitPlace, from: ObjectId, to: ObjectId): Promise<string | undefined> {
  const inTheWay = await findInTheWay(checkout, { from, to }).catch((error: Error) => error)
  if (inTheWay instanceof Error)
    return `${checkout.directory} could not be updated: ${inTheWay.message.split('\n')[0]}`
  if (inTheWay.length > 0)
    return `${inTheWay.join(', ')} in ${checkout.directory} would be overwritten, and no commit has it: move it away`
  await tryGit(checkout, ['update-index', '-q', '--refresh'])
  const result = await tryGit(checkout, ['read-tree', '-m', '-u', from, to])
  return result.code === 0
    ? undefined
    : `${checkout.directory} could not be updated: ${result.stderr.trim().split('\n')[0]}`
}

/** Whether the command's checkout has uncommitted changes to tracked files. */
export function hasUncommittedChanges(repository: Repository): Promise<boolean> {
  return isDirty(placeInCheckout(repository, repository.root))
}
