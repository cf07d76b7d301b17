import { findMissingAgents } from '../agent/find-agents.ts'
import type { ObjectId } from '../git/objects.ts'
import type { Repository } from '../git/open-repository.ts'
import { hasUncommittedChanges } from '../git/target.ts'
import type { Plan } from '../plan/plan.ts'
import type { CheckedPlan } from '../plan/read-plan.ts'
import { RefusedError } from '../plan/refused-error.ts'
import type { Report } from '../report/report.ts'
import type { EmitEvent } from '../report/run-event.ts'
import { findTarget } from './find-target.ts'
import { type Claim, claimRun, requireRun, resumeRun } from './run/claim-run.ts'
import { finishRun } from './run/finish-run.ts'
import { openContext } from './run/open-context.ts'
import { performTasks } from './run/perform-tasks.ts'
import { repairRun } from './run/repair-run.ts'
import { freshStart, type ResumeMode, reopenRun } from './run/resume.ts'
import type { RunId } from './run/run-id.ts'
import { unlockRun } from './run/run-lock.ts'
import { RunStore } from './run/run-store.ts'
import { readStoredPlan, selectTasks } from './select-tasks.ts'

export interface RunOptions {
  /** Only these tasks, and what they need; empty: all. */
  readonly only: readonly string[]
  /** Agents at once, instead of what the plan says. */
  readonly maxParallel: number | undefined
  readonly failFast: boolean
  /** Start a new run even if there is an unfinished one of the same plan. */
  readonly fresh: boolean
  readonly signal: AbortSignal
  readonly emit: EmitEvent
}

/** Runs a plan: takes up its unfinished run, or starts a new one. */
export async function runPlan(
  repository: Repository,
  checked: CheckedPlan,
  options: RunOptions,
): Promise<Report> {
  const selected = options.only.length === 0 ? checked : selectTasks(checked, options.only)
  await requireReady(repository, selected, options.emit)
  const { branch, commit } = await findTarget(repository, selected.plan)
  const claim = await claimRun(repository, { ...selected.file, target: branch }, commit, options.fresh)
  return workOn(repository, claim, { plan: selected.plan, target: branch, mode: 'go-on' }, options)
}

/** Goes on with a run, whether it was finished or not: does again what did not land. */
export async function resumeNamedRun(
  repository: Repository,
  name: string,
  options: RunOptions,
): Promise<Report> {
  if (options.only.length > 0)
    throw new RefusedError('--only and --resume do not go together: --resume does all that did not land')
  const run = await requireRun(repository, name)
  const text = await new RunStore(repository, run).readPlanText()
  if (text === undefined) throw new RefusedError(`run ${run} has no plan that can be read`)
  const checked = readStoredPlan(text)
  await requireReady(repository, checked, options.emit)
  const { branch } = await findTarget(repository, checked.plan)
  const claim = await resumeRun(repository, run)
  return workOn(repository, claim, { plan: checked.plan, target: branch, mode: 'do-again' }, options)
}

/** Finds what is missing before anything is started. */
export async function requireReady(
  repository: Repository,
  checked: CheckedPlan,
  emit: EmitEvent,
): Promise<void> {
  const missing = await findMissingAgents(Object.values(checked.plan.agents), repository.env)
  if (missing.length > 0) throw new RefusedError(missing.join('\n'))
  for (const text of checked.notices) emit({ kind: 'notice', text })
  if (await hasUncommittedChanges(repository)) {
    emit({
      kind: 'notice',
      text: 'you have uncommitted changes: agents start from the last commit, without them',
    })
  }
}

async function requireBase(repository: Repository, run: RunId): Promise<ObjectId> {
  const store = new RunStore(repository, run)
  const base = await store.resolve(`${store.refs.base}^{commit}`)
  if (base === undefined) throw new RefusedError(`run ${run} has no base: it cannot be taken up`)
  return base
}

interface Job {
  readonly plan: Plan
  readonly target: string
  /** How a run that is taken up goes on. */
  readonly mode: ResumeMode
}

async function workOn(repository: Repository, claim: Claim, job: Job, options: RunOptions): Promise<Report> {
  try {
    return await work(repository, claim, job, options)
  } finally {
    await unlockRun(repository, claim.lock)
  }
}

async function work(repository: Repository, claim: Claim, job: Job, options: RunOptions): Promise<Report> {
  const startedAt = performance.now()
  const { plan, target, mode } = job
  const { run, resumed } = claim
  const { failFast, signal, emit } = options
  const maxParallel = options.maxParallel ?? plan.maxParallel
  const base = await requireBase(repository, run)
  const { start, done } = resumed ? await reopenRun(repository, run, plan, mode) : freshStart
  const facts = { repository, run, plan, target, base, start: start ?? base }
  const context = await openContext({ ...facts, maxParallel, failFast, signal, emit })

  emit({ kind: 'run-started', run, plan: plan.name, tasks: plan.tasks, maxParallel, resumed })
  if (resumed) await repairRun(context)
  for (const [task, result] of done) emit({ kind: 'task-ended', task, result })
  const results = await performTasks(context, done)
  return finishRun(context, { results, resumed, startedAt })
}
