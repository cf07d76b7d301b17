import { readChanges } from '../../git/diff/tree-diff.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import type { ControlRepository } from '../../git/repository/control-repository.ts'
import { takeSnapshot } from '../../git/worktree/snapshot.ts'
import { surveyWorktree } from '../../git/worktree/survey.ts'
import type { Worktree } from '../../git/worktree/worktree.ts'
import { deletedMode } from '../../model/file-modes.ts'
import { toFoldedName } from '../../model/names/folded-name.ts'
import type { Plan } from '../../model/plan.ts'
import { toMatcher } from '../../plan/scope/globs.ts'
import { isPartOfTests } from '../gates/sensitive-files.ts'

export interface TestedWorktree {
  readonly worktree: Worktree
  /** Its commit; undefined: the one that was checked out. */
  readonly head?: ObjectId
  /** Its files at the start of the test. */
  readonly tree: ObjectId
}

/**
 * Protected tests and their settings that changed since the test started: code under test that rewrites
 * later tests could make any of them pass.
 */
export async function findRewritten(
  { protected: globs, testsProtected }: Pick<Plan, 'protected' | 'testsProtected'>,
  control: ControlRepository,
  { worktree, head, tree }: TestedWorktree,
): Promise<string[]> {
  const isNamed = toMatcher(globs.map(toFoldedName))
  const isProtected = (path: string) => testsProtected || isNamed(toFoldedName(path))
  if (!testsProtected && globs.every(glob => glob.startsWith('.github/'))) return []
  const { repositories } = await surveyWorktree(control, worktree)
  const now = await takeSnapshot(control, worktree, { head, repositories })
  const changes = await readChanges(control.repository, tree, now.tree)
  const existing = changes.filter(({ oldMode }) => oldMode !== deletedMode)
  return existing.map(({ path }) => path).filter(path => isPartOfTests(path) && isProtected(path))
}
