import { Merger } from '../../git/merge/merger.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import type { ControlRepository } from '../../git/repository/control-repository.ts'
import { closeScratch, openScratch, writeCommitGraph } from '../../git/repository/scratch.ts'
import { ResolutionCache } from '../../merging/resolution-cache.ts'
import type { VerdictStore } from '../../merging/verdict-store.ts'
import type { TaskId } from '../../model/plan.ts'
import type { TaskResult } from '../../model/task-result.ts'
import type { RunContext } from '../../run/run-context.ts'
import { resolveMerge } from '../resolve/resolve-merge.ts'
import { readBranches } from './branches.ts'
import { MergeChain, type ResolveConflicts } from './merge-chain.ts'
import { type Branch, type ChainTip, readTip } from './merge-step.ts'

/** Where the branches of a run are merged, with temporary objects. */
export interface ChainSite {
  readonly control: ControlRepository
  readonly start: ChainTip
  readonly branches: readonly Branch[]
  readonly chain: MergeChain
  /** All commits from before. */
  readonly known: readonly ObjectId[]
}

export interface ChainRequest {
  readonly context: RunContext
  readonly base: ObjectId
  readonly results: ReadonlyMap<TaskId, TaskResult>
  readonly resolve: ResolveConflicts
  /** Whether tasks still run: then the forecast covers more than these branches, and is not replaced. */
  readonly isTrial?: boolean
}

interface LadderRequest extends Omit<ChainRequest, 'resolve' | 'isTrial'> {
  /** Test results of candidates; undefined: tests choose none. */
  readonly verdicts?: VerdictStore
}

/** Prepares merging the branches of all successful tasks onto a base, for a piece of work. */
export function withChain<T>(
  { context, base, results, verdicts }: LadderRequest,
  work: (site: ChainSite) => Promise<T>,
): Promise<T> {
  const cache = new ResolutionCache(context)
  const resolve: ResolveConflicts = (control, merge) =>
    resolveMerge({ context, control, cache, verdicts }, merge)
  return withChainThat({ context, base, results, resolve }, work)
}

/** The same with another way to resolve conflicts. */
export async function withChainThat<T>(
  { context, base, results, resolve, isTrial = false }: ChainRequest,
  work: (site: ChainSite) => Promise<T>,
): Promise<T> {
  const { branches, joinedBase } = await readBranches(context, base, results, isTrial)
  const known = [base, ...branches.map(({ commit }) => commit)]
  const control = await openScratch(context.control, context.paths.scratch)
  await writeCommitGraph(control, known)
  const merger = await Merger.open(control, base)
  try {
    const start = { ...(await readTip(context, base)), joined: joinedBase }
    const chain = new MergeChain({ context, control, merger, resolve, start, branches })
    return await work({ control, start, branches, chain, known })
  } finally {
    merger.close()
    await closeScratch(control)
  }
}
