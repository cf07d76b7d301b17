import type { ObjectId } from '../../git/objects/objects.ts'
import { keepObjects } from '../../git/repository/scratch.ts'
import type { MergeStep, Tip } from '../../integration/chain/merge-step.ts'
import { withChainThat } from '../../integration/chain/with-chain.ts'
import type { TaskId } from '../../model/plan.ts'
import type { TaskResult } from '../../model/task-result.ts'
import type { RunContext } from '../../run/run-context.ts'
import type { SentResolutions } from './sent-resolutions.ts'

export interface RemakeRequest {
  readonly results: ReadonlyMap<TaskId, TaskResult>
  /** Tasks that the tests have evicted. */
  readonly leftOut: ReadonlySet<TaskId>
  readonly resolutions: SentResolutions
}

/** A merge rebuilt from data alone. */
export interface RemadeMerge {
  readonly tip: Tip
  readonly steps: readonly MergeStep[]
  /** All tasks with a branch. */
  readonly branches: readonly TaskId[]
  /** The branches in it, in merge order. */
  readonly landed: readonly { readonly task: TaskId; readonly commit: ObjectId }[]
}

/** Merges the branches of a run again: the same branches and resolutions give the same commits everywhere. */
export function remakeMerge(context: RunContext, request: RemakeRequest): Promise<RemadeMerge> {
  const { results, leftOut, resolutions } = request
  const chain = {
    context,
    base: context.base,
    results,
    resolve: resolutions.resolve.bind(resolutions),
  }
  return withChainThat(chain, async site => {
    const steps = await site.chain.merge(leftOut)
    const tip = steps.findLast(step => step.kind === 'merged') ?? site.start
    await keepObjects(site.control, context.control, tip.commit, site.known)
    const merged = new Set(steps.filter(step => step.kind === 'merged').map(({ task }) => task))
    const landed = site.branches.filter(({ task }) => merged.has(task))
    return {
      tip: { commit: tip.commit, tree: tip.tree },
      steps,
      branches: site.branches.map(({ task }) => task),
      landed: landed.map(({ task, commit }) => ({ task, commit })),
    }
  })
}
