import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { isFolder, removePlain } from '../files/plain-file.ts'
import { findCheckouts } from '../git/checkouts/checkouts.ts'
import { readSquashes } from '../git/merge/chain.ts'
import type { ObjectId } from '../git/objects/objects.ts'
import { hasHadTree, isReachableElsewhere } from '../git/refs/reachability.ts'
import { deleteRefs, listRefs, type Ref, tryResolve } from '../git/refs/refs.ts'
import type { Repository } from '../git/repository/open-repository.ts'
import { Trash, trashPrefix } from '../git/repository/trash.ts'
import type { Report } from '../model/report.ts'
import { toCount } from '../report/text/text.ts'
import { listBranches } from '../run/branches/list-branches.ts'
import { listRuns, requireRun } from '../run/opening/claim-run.ts'
import { tryReadHolder } from '../run/opening/run-lock.ts'
import { removeLocalState } from '../run/remove-local-state.ts'
import type { RunId } from '../run/run-id.ts'
import { byHandPrefix, findRunPaths, isScratch, leftPrefix, type RunPaths } from '../run/run-paths.ts'
import { branchRefs, stateRefs, toBranchName } from '../run/run-refs.ts'
import { openStore, type RunStore } from '../run/run-store.ts'
import { endKilledRuns } from '../tasks/rescue/end-killed-runs.ts'
import { rescueRun } from '../tasks/rescue/rescue-run.ts'

/** What was (or would be) cleaned of one run. */
export interface Cleaning {
  readonly run: RunId
  readonly removed: readonly string[]
  /** What stays, and why. */
  readonly left: readonly { readonly name: string; readonly why: string }[]
}

export interface CleanOptions {
  readonly run: string | undefined
  readonly dryRun: boolean
  /** Called during slow steps. */
  readonly progress: (text: string) => void
}

/** Removes what runs left behind: only what is merged or reachable from elsewhere. */
export async function cleanRuns(repository: Repository, options: CleanOptions): Promise<Cleaning[]> {
  const named = options.run
  const runs = named === undefined ? await listRuns(repository) : [await requireRun(repository, named)]
  const cleanings: Cleaning[] = []
  if (!options.dryRun) await endKilledRuns(repository, runs, options.progress)
  for (const run of runs) cleanings.push(await cleanRun(repository, run, options))
  return cleanings
}

async function cleanRun(repository: Repository, run: RunId, options: CleanOptions): Promise<Cleaning> {
  const { dryRun } = options
  const store = await openStore(repository, run)
  const report = await store.readReport()
  if ((await tryReadHolder(repository, run)) !== undefined) return leave(run, 'it is running')
  if (report === undefined || report.status === 'cancelled') {
    const { worktrees } = findRunPaths(repository, run)
    const checkouts = isFolder(worktrees) ? ` (its checkouts are in ${worktrees})` : ''
    return leave(run, `it is unfinished: resume it with "parallel-agents run --resume ${run}"${checkouts}`)
  }
  if (!dryRun) await rescueRun(repository, run)
  const { refs, commits } = await listRunWork(repository, store)
  const merged = await findMerged(repository, run, report, commits)
  const unmerged = commits.filter(ref => !merged.includes(ref))
  const checkedOut = await findCheckedOut(repository, merged)
  const worktrees = await cleanWorktrees(repository, run, options)
  // The record of a run goes last: while part of it is left, status and logs can explain it.
  const isOver = unmerged.length + checkedOut.length + worktrees.length === 0
  const gone = isOver ? refs : merged.filter(ref => !checkedOut.includes(ref))
  const moved = dryRun ? [] : await removeRefs(repository, gone)
  if (moved.length > 0) return leaveMoved(run, moved)
  if (!dryRun && isOver) removePlain(findRunPaths(repository, run).state)
  return {
    run,
    removed: gone.map(ref => toBranchName(ref.name)),
    left: [
      ...unmerged.map(ref => ({ name: toBranchName(ref.name), why: toReason(ref) })),
      ...checkedOut.map(ref => ({ name: toBranchName(ref.name), why: 'is checked out' })),
      ...worktrees,
    ],
  }
}

export interface RunWork {
  /** All refs of a run. */
  readonly refs: readonly Ref[]
  /** The refs with work. */
  readonly commits: readonly Ref[]
}

export async function listRunWork(repository: Repository, store: RunStore): Promise<RunWork> {
  const branches = await listBranches(repository, store)
  const state = await listRefs(repository, [`${stateRefs}${store.run}`])
  const kept = state.filter(({ name }) => name.startsWith(store.refs.kept('')))
  return { refs: [...branches, ...state], commits: [...branches, ...kept] }
}

function leave(run: RunId, why: string): Cleaning {
  return { run, removed: [], left: [{ name: run, why }] }
}

/** Refs are deleted together or not at all. */
function leaveMoved(run: RunId, refs: readonly string[]): Cleaning {
  const why = 'moved during the clean-up, so nothing was removed: clean again'
  return { run, removed: [], left: refs.map(ref => ({ name: toBranchName(ref), why })) }
}

/** The refs of a run whose commits are also reachable from outside of it, or whose result was squashed into the target. */
export async function findMerged(
  repository: Repository,
  run: RunId,
  report: Report | undefined,
  refs: readonly Ref[],
): Promise<Ref[]> {
  const except = [...refs.map(({ name }) => name), `${branchRefs}${run}/*`, `${stateRefs}${run}/*`]
  const isThere = (commit: ObjectId) => isReachableElsewhere(repository, { commit, except, known: [] })
  const known = report === undefined ? [] : await findSquashed(repository, report, isThere)
  const answers = await Promise.all(
    refs.map(({ id: commit }) => isReachableElsewhere(repository, { commit, except, known })),
  )
  return refs.filter((_, index) => answers[index])
}

/**
 * Commits whose work landed although no ref may reach them: the result itself, and in linear history the branches in it.
 *
 * @param isThere Whether a commit is where work must be.
 */
export async function findSquashed(
  repository: Repository,
  report: Report,
  isThere: (commit: ObjectId) => Promise<boolean>,
): Promise<ObjectId[]> {
  const { commit } = report.integration
  if (commit === null || (await tryResolve(repository, `${commit}^{commit}`)) === undefined) return []
  const isSquashed = await hasResult(repository, report)
  if (!isSquashed && !(await isThere(commit))) return []
  const site = { place: repository.place, repository }
  const squashes = await readSquashes(site, { run: report.run, tips: [commit], base: report.base })
  return [...(isSquashed ? [commit] : []), ...squashes.values()]
}

/** Whether the target had exactly the result's tree at some commit. */
async function hasResult(
  repository: Repository,
  { integration: { tree }, target: branch, base: since }: Report,
): Promise<boolean> {
  if (tree === null || (await tryResolve(repository, `refs/heads/${branch}`)) === undefined) return false
  return hasHadTree(repository, { branch, since, tree })
}

async function findCheckedOut(repository: Repository, refs: readonly Ref[]): Promise<Ref[]> {
  const branches = refs.filter(ref => ref.name.startsWith('refs/heads/'))
  const checkouts = await Promise.all(branches.map(ref => findCheckouts(repository, toBranchName(ref.name))))
  return branches.filter((_, index) => (checkouts[index] ?? []).length > 0)
}

function toReason({ name }: Ref): string {
  const isKept = name.includes('/kept/')
  const what = isKept ? 'work that never became a branch' : 'not merged into any branch outside of the run'
  const command = isKept ? `git update-ref -d ${name}` : `git branch -D ${toBranchName(name)}`
  return `${what} (to delete it: ${command})`
}

/** Returns the refs that had moved. */
async function removeRefs(repository: Repository, refs: readonly Ref[]): Promise<readonly string[]> {
  const result = await deleteRefs(repository, refs)
  return result.kind === 'moved' ? result.refs : []
}

/** Between two progress messages, in milliseconds. */
const progressPause = 3000

async function deleteAll(folders: readonly string[], progress: (left: number) => void): Promise<void> {
  const trash = new Trash()
  for (const folder of folders) await trash.take(folder)
  const telling = setInterval(() => progress(trash.left), progressPause)
  await trash.settled()
  clearInterval(telling)
}

/** Removes interrupted deletions. Returns the worktrees that stay. */
async function cleanWorktrees(
  repository: Repository,
  run: RunId,
  { dryRun, progress }: CleanOptions,
): Promise<Cleaning['left']> {
  const paths = findRunPaths(repository, run)
  const left = await listLeftFolders(paths)
  if (!dryRun) {
    const names: string[] = await readdir(paths.worktrees).catch(() => [])
    const trash = names.filter(name => name.startsWith(trashPrefix)).map(name => join(paths.worktrees, name))
    const notes = left.length === 0 ? [paths.tasks] : []
    await deleteAll([...trash, ...notes], count =>
      progress(`${run}: ${toCount(count, 'folder')} of old checkouts left to delete`),
    )
    await removeLocalState(paths)
  }
  return left.map(name => ({ name, why: toFolderReason(run, paths.nameOf(basename(name)) ?? '') }))
}

function toFolderReason(run: RunId, checkout: string): string {
  if (!checkout.startsWith(byHandPrefix))
    return 'contains files that git could not save: inspect them, then delete the folder'
  const task = checkout.slice(byHandPrefix.length)
  return `${task} is being resolved there: finish with "parallel-agents merge ${run} --continue"`
}

/** Checkouts, and their git directories, with content that could not be put onto refs. */
export async function listLeftFolders({ worktrees, tasks, nameOf }: RunPaths): Promise<string[]> {
  const names: string[] = await readdir(worktrees).catch(() => [])
  const kept: string[] = await readdir(tasks).catch(() => [])
  const known = names.map(name => nameOf(name))
  const lone = kept.filter(name => name.startsWith(leftPrefix) && !known.includes(name))
  return [
    ...names
      .filter(name => !name.startsWith(trashPrefix) && !isScratch(nameOf(name) ?? ''))
      .map(name => join(worktrees, name)),
    ...lone.map(name => join(tasks, name)),
  ]
}
