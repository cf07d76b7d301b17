import type { Repository } from '../../git/repository/open-repository.ts'
import type { EmitEvent } from '../../model/run-event.ts'
import { readPlan } from '../../plan/schema/read-plan.ts'
import { claimRun } from '../../run/opening/claim-run.ts'
import { withRun } from '../../run/opening/with-run.ts'
import type { RunContext } from '../../run/run-context.ts'
import { repairRun } from '../../tasks/rescue/repair-run.ts'
import { discardRun } from '../discard-run.ts'
import { requireAgents } from '../prepare-run.ts'
import { findTarget } from '../target/find-target.ts'
import { toTextWithTarget } from '../target/text-with-target.ts'

export interface PlanningRequest {
  readonly repository: Repository
  /** A plan with one task for each agent, whose prompts are questions. None is run as a task. */
  readonly text: string
  readonly signal: AbortSignal
  readonly emit: EmitEvent
}

/**
 * Holds a run in which agents only answer questions. It is recorded like any other run, so that leftovers of a killed process are
 * found: repeating the request ends it and starts over. It leaves nothing behind.
 */
export async function withPlanningSession<T>(
  { repository, text: source, signal, emit }: PlanningRequest,
  work: (context: RunContext) => Promise<T>,
): Promise<T> {
  const checked = readPlan({
    name: 'the plan of the scouts',
    text: source,
    readPrompt: () => undefined,
    isFolder: () => false,
  })
  const target = await findTarget(repository, checked.plan)
  await requireAgents(repository, checked.plan, checked.plan.tasks)
  const text = toTextWithTarget(checked, target)
  const { run, lock, resumed } = await claimRun({ repository, text, base: target.commit, fresh: false, emit })
  const { plan } = checked
  try {
    const { maxParallel } = plan
    const request = {
      repository,
      run,
      lock,
      plan,
      target: target.branch,
      maxParallel,
      failFast: false,
      signal,
      emit,
    }
    return await withRun(request, async context => {
      if (resumed) await repairRun(context)
      return work(context)
    })
  } finally {
    await discardRun(repository, { run, confirm: async () => true, emit })
  }
}
