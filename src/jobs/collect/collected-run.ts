import type { ObjectId } from '../../git/objects/objects.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import type { Plan } from '../../model/plan.ts'
import type { EmitEvent } from '../../model/run-event.ts'
import { openContext } from '../../run/opening/open-context.ts'
import type { RunContext } from '../../run/run-context.ts'
import type { RunId } from '../../run/run-id.ts'

/** A run in a job without tasks: in its own clone, with the handovers of other jobs. */
export interface CollectedRun {
  readonly repository: Repository
  readonly run: RunId
  /** Of the workflow run, from 1. */
  readonly attempt: number
  readonly plan: Plan
  /** The plan as stored, the same in all jobs. */
  readonly text: string
  readonly target: string
  readonly base: ObjectId
  /** An empty folder for temporary files. */
  readonly folder: string
  readonly signal: AbortSignal
  readonly emit: EmitEvent
}

/**
 * The context for merging. It lands nothing, and runs no merge drivers: the job that repeats the merge has none, and could not
 * verify their answers.
 */
export function openMergeContext(collected: CollectedRun): Promise<RunContext> {
  const { plan, base, repository, run, target, signal, emit } = collected
  const { integration } = plan
  const resolvers = integration.resolvers.filter(name => name !== 'drivers')
  return openContext({
    repository,
    run,
    target,
    base,
    start: base,
    plan: { ...plan, integration: { ...integration, land: 'none', resolvers } },
    maxParallel: plan.maxParallel,
    failFast: false,
    signal,
    emit,
  })
}
