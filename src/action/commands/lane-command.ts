import type { Repository } from '../../git/repository/open-repository.ts'
import { startClock } from '../../jobs/lane/clock.ts'
import type { LaneOutcome } from '../../jobs/lane/lane-request.ts'
import { runLane } from '../../jobs/run-lane.ts'
import { isAchieved } from '../../model/outcome.ts'
import type { Plan } from '../../model/plan.ts'
import { RefusedError } from '../../model/refused-error.ts'
import type { TaskResult } from '../../model/task-result.ts'
import type { Lane } from '../../plan/lanes/lanes.ts'
import { toLaneSummary } from '../../report/markdown/lane-summary.ts'
import { toAmountText, toCost, tryUsageOfTasks } from '../../report/text/cost.ts'
import { toPlainLine } from '../../report/text/text.ts'
import { restoreDependencies } from '../dependencies/restore-dependencies.ts'
import { tryOpenJobWatch } from '../github/github-job-watch.ts'
import { tryOwnJob } from '../github/own-job.ts'
import { toRunLog } from '../output/run-log.ts'
import { loadPlannedRun } from '../planned/load-planned-run.ts'
import type { PlannedRun } from '../planned/planned-run.ts'
import { refuseContinued } from '../planned/refuse-continued.ts'
import { prepareSandbox } from '../sandboxing/prepare-sandbox.ts'
import type { Annotation } from '../step/annotation.ts'
import { toClockSpeed } from '../step/clock-speed.ts'
import { startDeadline } from '../step/job-deadline.ts'
import { mostSummaryBytes, type Step, type StepResult } from '../step/step.ts'
import { withStepRepository } from '../step/step-repository.ts'
import { openTransport } from './open-link.ts'

/** `command: run` with a lane: runs the tasks of that lane, in order, for a run that other jobs share. */
export function laneCommand(step: Step): Promise<StepResult> {
  return withStepRepository(step, async repository => {
    const { lane, dryRun, part, maxParts } = step.inputs
    if (lane === undefined) throw new RefusedError('this step needs the input `lane`')
    const run = await loadPlannedRun(step, repository)
    if (dryRun) return preview(step, lane)
    await refuseContinued(step, repository, run)
    await prepareSandbox(step, repository, run.plan)
    await restoreDependencies(step, repository, run)
    const { outcome, isLate } = await perform(step, repository, run, lane)
    return endStep(step, run, lane, { ...outcome, mayContinue: isLate && part < maxParts })
  })
}

function preview({ log }: Step, { id, tasks }: Lane): StepResult {
  const text = `${id} would run ${tasks.join(' → ')}; nothing was started (dry-run: true)`
  log.line(text)
  return { outputs: {}, summary: `${text}\n`, annotations: [], failure: undefined }
}

async function perform(
  step: Step,
  repository: Repository,
  run: PlannedRun,
  lane: Lane,
): Promise<{ outcome: LaneOutcome; isLate: boolean }> {
  const { log, signal } = step
  const watch = await tryOpenJobWatch(step)
  const ownJob = await tryOwnJob(step, watch)
  const deadline = startDeadline(step, ownJob)
  const transport = await openTransport(step, repository, run)
  const emit = toRunLog(log, run.plan)
  const outcome = await runLane({
    ...run,
    repository,
    lane,
    transport,
    watch,
    ownJob: ownJob?.id,
    cancelled: signal,
    deadline: deadline.signal,
    clock: startClock(toClockSpeed(step.env)),
    emit,
  })
  return { outcome, isLate: deadline.signal.aborted && !signal.aborted }
}

interface LaneEnd extends LaneOutcome {
  /** Whether a next workflow run may do what this one had no time for. */
  readonly mayContinue: boolean
}

function endStep(step: Step, { run, plan }: PlannedRun, { name }: Lane, end: LaneEnd): StepResult {
  const { results, undelivered, mayContinue } = end
  // Where a lane has finished nothing, a next workflow run may not come: then only a red job is redone.
  const goesOn = mayContinue && results.some(result => isFine(plan, result))
  const isLeft = ({ outcome }: TaskResult) => goesOn && outcome === 'cancelled'
  const missed = results.filter(result => !isFine(plan, result) && !isLeft(result))
  const left = results.filter(isLeft).map(({ task }) => task)
  if (left.length > 0) step.log.line(`left for the next workflow run: ${left.join(', ')}`)
  for (const { task, reason } of undelivered)
    step.log.line(`${task} was not handed over: ${toPlainLine(reason)}`)
  return {
    outputs: {
      run,
      'failed-tasks': JSON.stringify(missed.map(({ task }) => task)),
      'total-cost-usd': toAmountText(toCost(tryUsageOfTasks(results))),
    },
    summary: toLaneSummary({ name, run, results, undelivered, maxBytes: mostSummaryBytes }),
    annotations: missed.filter(isOwnFault).map(toAnnotation),
    failure: toFailure(end, missed),
  }
}

function isFine({ tasks }: Plan, result: TaskResult): boolean {
  const task = tasks.find(({ id }) => id === result.task)
  return task !== undefined && isAchieved(task, result.outcome)
}

/** Whether a task failed by itself, and not because of another one or a stopped job. */
function isOwnFault({ outcome }: TaskResult): boolean {
  return outcome !== 'blocked' && outcome !== 'cancelled'
}

function toAnnotation({ task, outcome, reason }: TaskResult): Annotation {
  return { level: 'error', title: `${task}: ${outcome}`, message: toPlainLine(reason ?? '') || outcome }
}

/** Fails the job, so that "Re-run failed jobs" repeats what is missing. */
function toFailure({ results, undelivered }: LaneOutcome, missed: readonly TaskResult[]): string | undefined {
  const sentences = [
    ...(missed.length === 0 ? [] : [`${missed.length} of ${results.length} tasks did not succeed:`]),
    ...missed.map(({ task, outcome, reason }) => `- ${task}: ${toPlainLine(reason ?? '') || outcome}`),
    ...undelivered.map(({ task, reason }) => `${task} was not handed over: ${toPlainLine(reason)}`),
  ]
  return sentences.length === 0 ? undefined : sentences.join('\n')
}
