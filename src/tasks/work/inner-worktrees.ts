import { join } from 'node:path'
import type { InnerWorktree } from '../../git/agent-work/inner-repositories.ts'
import { TooMuchError } from '../../git/diff/entry-budget.ts'
import { harnessIdentity, writeCommit } from '../../git/objects/commits.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import { tryReadTree } from '../../git/trees/read-commit.ts'
import { takeSnapshot } from '../../git/worktree/snapshot.ts'
import { surveyWorktree } from '../../git/worktree/survey.ts'
import type { Worktree } from '../../git/worktree/worktree.ts'
import type { KeepingContext } from '../../run/run-context.ts'
import { requireFewEntries } from './take-head.ts'

export interface InnerFiles {
  readonly commits: readonly ObjectId[]
  readonly problems: readonly string[]
}

/** Commits the uncommitted work in an agent's further worktrees. Their commits must have been imported before. */
export async function commitInnerFiles(
  context: KeepingContext,
  worktree: Worktree,
  { inner, start }: { readonly inner: readonly InnerWorktree[]; readonly start: ObjectId },
): Promise<InnerFiles> {
  const commits: ObjectId[] = []
  const problems: string[] = []
  for (const { path, head } of inner) {
    const before = head === undefined ? undefined : await tryReadTree(context.repository, head)
    if (head === undefined || before === undefined) {
      problems.push(`the HEAD of ${path} cannot be read`)
      continue
    }
    const problem = await tryTooMuch(context, start, head)
    if (problem !== undefined) {
      problems.push(`${path}: ${problem}`)
      continue
    }
    const files = await takeInnerFiles(context, toInner(worktree, path), head)
    problems.push(...files.problems.map(problem => `${path}: ${problem}`))
    if (files.tree !== before) commits.push(await writeFiles(context, { path, head, tree: files.tree }))
  }
  return { commits, problems }
}

async function tryTooMuch(
  context: KeepingContext,
  start: ObjectId,
  head: ObjectId,
): Promise<string | undefined> {
  try {
    await requireFewEntries(context, start, head)
    return undefined
  } catch (error) {
    if (error instanceof TooMuchError) return error.message
    throw error
  }
}

/** The harness's own index for it is rebuilt each time. */
function toInner(worktree: Worktree, path: string): Worktree {
  return { ...worktree, path: join(worktree.path, path), index: `${worktree.index}.inner` }
}

async function takeInnerFiles({ control }: KeepingContext, inner: Worktree, head: ObjectId) {
  const { repositories } = await surveyWorktree(control, inner)
  return takeSnapshot(control, inner, { head, repositories })
}

function writeFiles(
  { repository, run }: KeepingContext,
  { path, head, tree }: { readonly path: string; readonly head: ObjectId; readonly tree: ObjectId },
): Promise<ObjectId> {
  return writeCommit(repository.store, {
    tree,
    parents: [head],
    author: harnessIdentity,
    committer: harnessIdentity,
    date: Math.floor(Date.now() / 1000),
    message: `Uncommitted files of ${path}`,
    trailers: [['Agent-Run', run]],
  })
}
