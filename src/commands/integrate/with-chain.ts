import type { Harness } from '../../git/harness.ts'
import { Merger } from '../../git/merger.ts'
import type { ObjectId } from '../../git/objects.ts'
import { closeScratch, openScratch, writeCommitGraph } from '../../git/scratch.ts'
import type { TaskId } from '../../plan/plan.ts'
import type { TaskResult } from '../../report/task-result.ts'
import type { RunContext } from '../run/run-context.ts'
import { toBranches } from './branches.ts'
import { type Branch, MergeChain, readTip, type Tip } from './merge-chain.ts'
import { ResolutionCache } from './resolution-cache.ts'

/** A place where the branches of a run are merged, and the objects of that until they are wanted. */
export interface ChainSite {
  readonly harness: Harness
  readonly start: Tip
  readonly branches: readonly Branch[]
  readonly chain: MergeChain
  /** All commits that were there before. */
  readonly known: readonly ObjectId[]
}

/** Makes ready to merge the branches of all tasks that succeeded onto a base, for as long as some work takes. */
export async function withChain<T>(
  context: RunContext,
  base: ObjectId,
  results: ReadonlyMap<TaskId, TaskResult>,
  work: (site: ChainSite) => Promise<T>,
): Promise<T> {
  const branches = await toBranches(context, base, results)
  const known = [base, ...branches.map(({ commit }) => commit)]
  const harness = await openScratch(context.harness, context.paths.scratch)
  await writeCommitGraph(harness, known)
  const merger = await Merger.open(harness, base)
  try {
    const start = await readTip(context, base)
    const cache = new ResolutionCache(context)
    const chain = new MergeChain({ context, harness, merger, cache, start, branches })
    return await work({ harness, start, branches, chain, known })
  } finally {
    merger.close()
    await closeScratch(harness)
  }
}
