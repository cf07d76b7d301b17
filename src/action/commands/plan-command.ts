import { describePlan } from '../../commands/describe-plan.ts'
import { isFilled } from '../../commands/prompts/fill-prompts.ts'
import { findTarget } from '../../commands/target/find-target.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import { toLanes } from '../../plan/lanes/lanes.ts'
import { noTasks } from '../../plan/schema/check-references.ts'
import type { CheckedPlan } from '../../plan/schema/read-plan.ts'
import { toStoredText } from '../../plan/schema/stored-plan.ts'
import { PlanError } from '../../plan/yaml/problem.ts'
import { toPlanSummary } from '../../report/markdown/plan-summary.ts'
import { plainPaint } from '../../report/terminal/paint.ts'
import { toPlanText } from '../../report/terminal/plan-text.ts'
import { listRuns } from '../../run/opening/claim-run.ts'
import { toRunId } from '../../run/run-id.ts'
import { lacksDependencies } from '../dependencies/restore-dependencies.ts'
import { loadFilledPlan, loadStepPlan } from '../planned/load-step-plan.ts'
import { toPlanOutputs } from '../planned/plan-outputs.ts'
import { planPart } from '../planned/plan-part.ts'
import { withJobTarget } from '../planned/planned-run.ts'
import { requireOnlyRun } from '../planned/require-only-run.ts'
import { requireContinueTrigger } from '../planned/require-trigger.ts'
import { mostSummaryBytes, type Step, type StepResult } from '../step/step.ts'
import { withStepRepository } from '../step/step-repository.ts'
import { requirePlanOutput } from './plan-output.ts'
import { requireFreeRemoteNames } from './require-free-remote-names.ts'
import { requireLanding } from './require-landing.ts'
import { announceStart } from './told-issues.ts'

/** `command: plan`: checks the plan and spreads its tasks over the lanes of a matrix. Starts no agents. */
export function planCommand(step: Step): Promise<StepResult> {
  return withStepRepository(step, async repository => {
    if (step.inputs.part > 1) return planPart(step, repository)
    await requireContinueTrigger(step, repository)
    const run = toRunId(new Date(), Math.random(), await listRuns(repository))
    const checked = await tryLoad(step, repository)
    return checked === undefined ? toNothing(step, run) : describe(step, repository, checked, run)
  })
}

/** Undefined if the plan has no tasks: then there is nothing to do, which is no error. */
async function tryLoad(step: Step, repository: Repository): Promise<CheckedPlan | undefined> {
  try {
    return await loadFilledPlan(step, repository)
  } catch (error) {
    const isEmpty = error instanceof PlanError && error.problems.every(({ message }) => message === noTasks)
    if (isEmpty) return undefined
    throw error
  }
}

async function describe(
  step: Step,
  repository: Repository,
  checked: CheckedPlan,
  run: string,
): Promise<StepResult> {
  const { inputs, env, log } = step
  // Refuses a missing target before any agent costs money.
  const { branch: target, commit: base } = await findTarget(repository, withJobTarget(checked.plan, env))
  const { branch: pattern, integration } = checked.plan
  await requireFreeRemoteNames(step, repository, { run, plan: checked.plan })
  const warnings = await requireLanding(step, { run, pattern, target, land: integration.land })
  await requireOnlyRun(step, checked.plan, target)
  const maxParallel = inputs.maxParallel ?? checked.file['max-parallel']
  const lanes = toLanes(checked.plan.tasks, {
    maxParallel,
    agentsPerRunner: checked.file['agents-per-runner'],
  })
  const overview = await describePlan(repository, checked, maxParallel)
  const planText = toPlanOutput(checked, isFilled(loadStepPlan(step, repository)))
  log.begin('Plan')
  log.line(toPlanText(overview, plainPaint))
  log.begin('Lanes')
  for (const lane of lanes) log.line(`${lane.id}: ${lane.tasks.join(' → ')}`)
  log.end()
  await announceStart(step, checked)
  return {
    outputs: {
      ...toPlanOutputs({ run, base, lanes, maxParallel, planText }),
      'cache-dependencies': String(await lacksDependencies(repository, { plan: checked.plan, base })),
    },
    summary: toPlanSummary({ overview, lanes, maxBytes: mostSummaryBytes }),
    annotations: warnings.map(message => ({ level: 'warning', title: 'Before you merge', message })),
    failure: undefined,
  }
}

/** The plan for the other jobs, unless it is in a file: they might read other texts of issues, or none. */
function toPlanOutput({ file, order }: CheckedPlan, isInFile: boolean): string {
  if (isInFile) return ''
  return requirePlanOutput(toStoredText(file, order))
}

function toNothing({ log }: Step, run: string): StepResult {
  const text = 'The plan has no tasks: there is nothing to do.'
  log.line(text)
  return {
    outputs: { run, lanes: '[]', 'max-parallel': '1', 'has-tasks': 'false' },
    summary: `${text}\n`,
    annotations: [],
    failure: undefined,
  }
}
