import type { ConflictedPath, MergeRecord } from '../../git/merge/merge-record.ts'
import type { Merger } from '../../git/merge/merger.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import { GitError } from '../../git/process/run-git.ts'
import type { ControlRepository } from '../../git/repository/control-repository.ts'
import {
  type ConflictedMerge,
  type MergeResolution,
  type UnresolvedFile,
  wholeTree,
} from '../../merging/merge-conflict.ts'
import type { TaskId } from '../../model/plan.ts'
import type { RunContext } from '../../run/run-context.ts'
import { CollidingBranches } from './colliding.ts'
import type { AnsweredFile, Branch, ChainTip, Merged, MergeStep, Tip } from './merge-step.ts'
import { findNameCollisions } from './name-collisions.ts'
import { type MadeMerge, writeLink } from './write-link.ts'

/** Resolves a conflicted merge. */
export type ResolveConflicts = (
  control: ControlRepository,
  merge: ConflictedMerge,
) => Promise<MergeResolution>

export interface ChainParts {
  readonly context: RunContext
  /** Where merges are written. */
  readonly control: ControlRepository
  readonly merger: Merger
  readonly resolve: ResolveConflicts
  readonly start: ChainTip
  readonly branches: readonly Branch[]
}

interface OpenFiles {
  readonly left: readonly UnresolvedFile[]
  readonly answered: readonly AnsweredFile[]
}

type Outcome = Exclude<MergeStep, { kind: 'held' }>

/**
 * Merges branches one after another, each with its own commit: a merge, or in linear history a squash. A conflicting branch is left
 * out, with all branches that require it. A merge of the same two commits is made once, so that leaving a branch out only repeats
 * the later merges.
 */
export class MergeChain {
  private readonly parts: ChainParts
  private readonly made = new Map<string, Promise<Outcome>>()
  /** Unresolved files, by branch and contents. */
  private readonly open = new Map<string, OpenFiles>()
  private readonly colliding: CollidingBranches

  constructor(parts: ChainParts) {
    this.parts = parts
    this.colliding = new CollidingBranches(parts.context)
  }

  /** The outcome of every other branch: first the merged ones, in merge order. The rest is tried again on top of them. */
  async merge(leftOut: ReadonlySet<TaskId>): Promise<MergeStep[]> {
    const branches = this.parts.branches.filter(({ task }) => !leftOut.has(task))
    const first = await this.mergeOnto([], branches)
    const left = branches.filter(({ task }) =>
      first.some(step => step.task === task && step.kind !== 'merged'),
    )
    const merged = first.filter(step => step.kind === 'merged')
    return [...merged, ...(await this.mergeOnto(merged, left))]
  }

  /** Merges branches on top of others. */
  private async mergeOnto(before: readonly Merged[], branches: readonly Branch[]): Promise<MergeStep[]> {
    const inChain = new Set(before.map(({ task }) => task))
    const merged: MergeStep[] = []
    const others: MergeStep[] = []
    let tip: ChainTip = before.at(-1) ?? this.parts.start
    for (const branch of branches) {
      const step = await this.mergeBranch(tip, branch, inChain)
      if (step.kind !== 'merged') {
        others.push(step)
        continue
      }
      merged.push(step)
      tip = step
      inChain.add(branch.task)
    }
    return [...merged, ...others]
  }

  private async mergeBranch(tip: ChainTip, branch: Branch, inChain: ReadonlySet<TaskId>): Promise<MergeStep> {
    const { task } = branch
    const missing = [...branch.requires].filter(id => !inChain.has(id))
    if (missing.length > 0) return { kind: 'held', task, by: missing }
    if (branch.isInBase) {
      const { commit, tree, joined } = tip
      return { kind: 'merged', task, commit, tree, joined, resolved: [], with: [] }
    }
    const key = `${tip.joined} ${branch.commit}`
    const known = this.made.get(key) ?? this.make(tip, branch, [...inChain])
    this.made.set(key, known)
    return known
  }

  private async make(tip: ChainTip, branch: Branch, before: readonly TaskId[]): Promise<Outcome> {
    const { merger } = this.parts
    const { task, commit, joined } = branch
    const record = await tryMerge(merger, tip.joined, joined)
    if (typeof record === 'string') return toFailedMerge(tip, branch, record)
    if (record.kind === 'clean')
      return this.finish(tip, branch, before, { merged: record.tree, resolved: [], with: [] })
    const colliding = await this.findColliding(before, record.conflicts)
    // Unresolved files are not tried again while their contents stay the same.
    const key = `${commit} ${record.conflicts.map(toContentKey).join(' ')}`
    const known = this.open.get(key)
    if (known !== undefined)
      return { kind: 'conflicted', task, ...known, with: colliding, theirs: commit, tree: record.tree }
    const merge = { task, ours: tip.joined, theirs: joined, record, with: before, colliding }
    const resolution = await this.parts.resolve(this.parts.control, merge)
    if (resolution.kind === 'unresolved') {
      const open = { left: resolution.left, answered: toAnswered(resolution) }
      this.open.set(key, open)
      return { kind: 'conflicted', task, ...open, with: colliding, theirs: commit, tree: record.tree }
    }
    const { tree: merged, files: resolved } = resolution
    return this.finish(tip, branch, before, { merged, resolved, with: colliding })
  }

  private findColliding(
    before: readonly TaskId[],
    conflicts: readonly { readonly path: string }[],
  ): Promise<TaskId[]> {
    const merged = this.parts.branches.filter(({ task }) => before.includes(task))
    return this.colliding.find(
      merged,
      conflicts.map(({ path }) => path),
    )
  }

  private async finish(
    tip: ChainTip,
    branch: Branch,
    before: readonly TaskId[],
    made: MadeMerge,
  ): Promise<Outcome> {
    const { repository } = this.parts.control
    const { task, commit: theirs } = branch
    const { merged } = made
    const left = await findNameCollisions(repository, { ours: tip.tree, theirs, merged })
    if (left.length === 0) return writeLink(this.parts, { tip, branch, made })
    const paths = left.map(({ conflict }) => conflict)
    return {
      kind: 'conflicted',
      task,
      left,
      answered: [],
      with: await this.findColliding(before, paths),
      theirs,
      tree: merged,
    }
  }
}

/** git before 2.40 crashes on some moves of whole folders: then people must merge these two. */
async function tryMerge(merger: Merger, ours: ObjectId, theirs: ObjectId): Promise<MergeRecord | string> {
  try {
    return await merger.merge(ours, theirs)
  } catch (error) {
    if (error instanceof GitError) return error.message
    throw error
  }
}

function toFailedMerge(tip: Tip, { task, commit }: Branch, reason: string): Outcome {
  const left = [{ conflict: { path: wholeTree }, reasons: [reason] }]
  return { kind: 'conflicted', task, left, answered: [], with: [], theirs: commit, tree: tip.tree }
}

/** Until a generated file is regenerated, it has the target's content. */
function toAnswered({
  files = [],
  generated = [],
}: Extract<MergeResolution, { kind: 'unresolved' }>): AnsweredFile[] {
  return [
    ...files.map(({ conflict: { path }, result, by }) => ({ path, entry: result, by: toWords(by) })),
    ...generated.flatMap(({ path, ours }) =>
      ours === undefined ? [] : [{ path, entry: ours, by: 'is regenerated by its command' }],
    ),
  ]
}

function toWords(by: string): string {
  return by.startsWith('rule:') ? `rule ${by.slice('rule:'.length)}` : by
}

function toContentKey({ path, base, ours, theirs }: ConflictedPath): string {
  return [path, base?.id, ours?.id, theirs?.id].join(' ')
}
