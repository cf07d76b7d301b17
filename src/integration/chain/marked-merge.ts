import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ObjectId, writeObject } from '../../git/objects/objects.ts'
import type { TreeEntry } from '../../git/objects/tree-entry.ts'
import type { ControlRepository } from '../../git/repository/control-repository.ts'
import { editTree } from '../../git/trees/tree-edit.ts'
import { tryMark, writeMergeState } from '../../git/worktree/merge-state.ts'
import type { Worktree } from '../../git/worktree/worktree.ts'
import type { TaskId } from '../../model/plan.ts'
import type { RunContext } from '../../run/run-context.ts'
import { checkOutAs, writeOpenMerge } from '../resolve/check-out-merge.ts'
import type { AnsweredFile } from './merge-step.ts'
import type { OpenConflict } from './open-conflicts.ts'

/** A merge for a person to finish. */
export interface HandMerge {
  /** Name of its worktree. */
  readonly name: string
  readonly task: TaskId
  readonly tree: ObjectId
  readonly ours: ObjectId
  readonly theirs: ObjectId
  readonly files: readonly OpenConflict[]
  /** Files that are already resolved. */
  readonly answered: readonly AnsweredFile[]
  /** Tasks merged before. */
  readonly before: readonly TaskId[]
}

/** Writes the merge with markers that name the tasks and include the base. */
export async function writeMarkedMerge(
  context: RunContext,
  control: ControlRepository,
  merge: HandMerge,
): Promise<ObjectId> {
  const marked = await Promise.all(
    merge.files.map(async (file, index) => {
      const text = await tryMarkFile(context, control, merge, index)
      const mode = file.mode ?? file.ours?.mode
      if (text === undefined || mode === undefined) return undefined
      return [file.path, await writeEntry(control, mode, text)] as const
    }),
  )
  const tree = await editTree(
    control.repository,
    merge.tree,
    new Map([
      ...merge.answered.map(({ path, entry }) => [path, entry] as const),
      ...marked.filter(file => file !== undefined),
    ]),
  )
  const { ours, theirs } = merge
  return writeOpenMerge(control, { tree, ours, theirs, message: toMessage(merge) })
}

async function writeEntry({ repository }: ControlRepository, mode: string, text: string): Promise<TreeEntry> {
  return { mode, id: await writeObject(repository.store, 'blob', text) }
}

/** Checks it out in the state that `git merge` leaves on conflicts. */
export async function checkOutMarked(
  context: RunContext,
  merge: HandMerge,
  commit: ObjectId,
): Promise<Worktree> {
  const { control } = context
  const worktree = await checkOutAs(context, control, merge.name, commit)
  const { name: branch, ours, theirs, files: conflicts } = merge
  await writeMergeState(control, worktree, { branch, ours, theirs, conflicts, message: toMessage(merge) })
  return worktree
}

function toMessage({ task, answered }: HandMerge): string {
  const lines = answered.map(({ path, by }) => `# resolved already: ${path} (${by})`)
  return [`Merge task ${task}`, ...(lines.length === 0 ? [] : ['', ...lines])].join('\n')
}

async function tryMarkFile(
  { target, paths }: RunContext,
  control: ControlRepository,
  { name, task, files, before }: HandMerge,
  index: number,
): Promise<string | undefined> {
  const folder = join(paths.task(name).folder, 'versions', String(index))
  await mkdir(folder, { recursive: true })
  const write = async (side: string, entry: TreeEntry | undefined) => {
    const object = entry && (await control.repository.objects.read(entry.id))
    await writeFile(join(folder, side), object?.content ?? '')
    return join(folder, side)
  }
  const { base, ours, theirs } = files[index] as OpenConflict
  if (![ours, theirs].every(side => side?.mode.startsWith('100'))) return undefined
  const into = before.length === 0 ? target : `${target} with ${before.join(', ')}`
  return tryMark(control, {
    base: await write('base', base),
    ours: await write('ours', ours),
    theirs: await write('theirs', theirs),
    labels: [into, 'before both', task],
  })
}
