import { describePlan } from '../../commands/describe-plan.ts'
import { findTarget } from '../../commands/target/find-target.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import { matrixJobs, toLanes } from '../../plan/lanes/lanes.ts'
import { noTasks } from '../../plan/schema/check-references.ts'
import type { CheckedPlan } from '../../plan/schema/read-plan.ts'
import { PlanError } from '../../plan/yaml/problem.ts'
import { toPlanSummary } from '../../report/markdown/plan-summary.ts'
import { plainPaint } from '../../report/terminal/paint.ts'
import { toPlanText } from '../../report/terminal/plan-text.ts'
import { listRuns } from '../../run/claim-run.ts'
import { toRunId } from '../../run/run-id.ts'
import { type Job, type JobResult, mostSummaryBytes } from '../job/job.ts'
import { withJobRepository } from '../job/job-repository.ts'
import { withJobTarget } from './job-run.ts'
import { loadJobPlan } from './load-job-plan.ts'

/** `command: plan`: checks the plan and spreads its tasks over the lanes of a matrix. Starts nothing. */
export function planCommand(job: Job): Promise<JobResult> {
  return withJobRepository(job, async repository => {
    const run = toRunId(new Date(), Math.random(), await listRuns(repository))
    const checked = tryLoad(job, repository)
    return checked === undefined ? toNothing(job, run) : describe(job, repository, checked, run)
  })
}

/** Undefined when the plan has no tasks: then there is nothing to do, and nothing is wrong. */
function tryLoad(job: Job, repository: Repository): CheckedPlan | undefined {
  try {
    return loadJobPlan(job, repository)
  } catch (error) {
    const isEmpty = error instanceof PlanError && error.problems.every(({ message }) => message === noTasks)
    if (isEmpty) return undefined
    throw error
  }
}

async function describe(
  { inputs, env, log }: Job,
  repository: Repository,
  checked: CheckedPlan,
  run: string,
): Promise<JobResult> {
  // Refuses a target that is missing before any agent is paid for.
  const { commit: base } = await findTarget(repository, withJobTarget(checked.plan, env))
  const maxParallel = inputs.maxParallel ?? checked.file['max-parallel']
  const lanes = toLanes(checked.plan.tasks, { maxParallel })
  const overview = await describePlan(repository, checked, maxParallel)
  log.begin('Plan')
  log.line(toPlanText(overview, plainPaint))
  log.begin('Lanes')
  for (const lane of lanes) log.line(`${lane.id}: ${lane.tasks.join(' → ')}`)
  log.end()
  return {
    outputs: {
      run,
      base,
      lanes: JSON.stringify(lanes),
      'max-parallel': String(maxParallel ?? matrixJobs),
      'has-tasks': 'true',
    },
    summary: toPlanSummary({ overview, lanes, maxBytes: mostSummaryBytes }),
    annotations: [],
    failure: undefined,
  }
}

function toNothing({ log }: Job, run: string): JobResult {
  const text = 'The plan has no tasks: there is nothing to do.'
  log.line(text)
  return {
    outputs: { run, lanes: '[]', 'max-parallel': '1', 'has-tasks': 'false' },
    summary: `${text}\n`,
    annotations: [],
    failure: undefined,
  }
}
