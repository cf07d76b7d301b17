import { readChanges } from '../../git/diff/tree-diff.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import { findMergeBase } from '../../git/refs/containment.ts'
import type { TaskId } from '../../model/plan.ts'
import { remember } from '../../plan/graph/remember.ts'
import type { RunContext } from '../../run/run-context.ts'

/** Finds the branches of a chain that changed the conflicted files. Each branch's changes are read once. */
export class CollidingBranches {
  private readonly readPaths: (commit: ObjectId) => Promise<string[]>

  constructor({ control, repository, base }: Pick<RunContext, 'control' | 'repository' | 'base'>) {
    this.readPaths = remember(async (commit: ObjectId) => {
      const start = await findMergeBase(control, base, commit)
      return (await readChanges(repository, start, commit)).map(({ path }) => path)
    }, new Map())
  }

  async find(
    branches: readonly { readonly task: TaskId; readonly commit: ObjectId }[],
    conflicted: readonly string[],
  ): Promise<TaskId[]> {
    const paths = conflicted.map(toOwnName)
    const found: TaskId[] = []
    for (const { task, commit } of branches) {
      const changed = await this.readPaths(commit)
      if (changed.some(other => paths.some(path => isAt(other, path)))) found.push(task)
    }
    return found
  }
}

/** Whether a change is at a path, or one of them is a parent folder of the other. */
function isAt(changed: string, path: string): boolean {
  return changed === path || changed.startsWith(`${path}/`) || path.startsWith(`${changed}/`)
}

/** If a file and a folder have the same name, git calls the file `name~<commit>`. */
export function toOwnName(path: string): string {
  return path.replace(/~[0-9a-f]{7,64}(_\d+)?$/, '')
}
