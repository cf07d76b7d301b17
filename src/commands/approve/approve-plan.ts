import type { Repository } from '../../git/repository/open-repository.ts'
import type { TaskId } from '../../model/plan.ts'
import { RefusedError } from '../../model/refused-error.ts'
import {
  type Decision,
  longestNote,
  readDecision,
  readLastDecision,
  recoverWorkPlan,
  saveDecision,
} from '../../run/approvals/approvals.ts'
import { listRuns, requireRun } from '../../run/opening/claim-run.ts'
import type { RunId } from '../../run/run-id.ts'
import { openStore } from '../../run/run-store.ts'
import { readPlanOf } from '../read-status.ts'

/** A task's plan that waits for approval. */
export interface WaitingPlan {
  readonly task: TaskId
  readonly title: string
  readonly plan: string
}

/** The undecided plans of a run; without a name, of the latest run that has any. */
export async function listWaitingPlans(
  repository: Repository,
  name: string | undefined,
): Promise<{ readonly run: RunId; readonly plans: readonly WaitingPlan[] }> {
  const run = await requireRun(repository, name)
  const plans = await listPlansOf(repository, run)
  if (name !== undefined || plans.length > 0) return { run, plans }
  for (const older of await listRuns(repository)) {
    const waiting = await listPlansOf(repository, older).catch(() => []) // of another version
    if (waiting.length > 0) return { run: older, plans: waiting }
  }
  return { run, plans }
}

async function listPlansOf(repository: Repository, run: RunId): Promise<readonly WaitingPlan[]> {
  const store = await openStore(repository, run)
  const { tasks } = await readPlanOf(store)
  const plans: WaitingPlan[] = []
  for (const { id: task, title } of tasks.filter(({ planFirst }) => planFirst?.approve === true)) {
    const proposal = await recoverWorkPlan(store, task)
    if (proposal === undefined || (await readDecision(store, task)) !== undefined) continue
    if ((await store.readResult(task))?.rolledBack === true) continue
    plans.push({ task, title, plan: proposal.text })
  }
  return plans
}

export interface Approval {
  readonly run: string | undefined
  readonly task: TaskId
  /** The requested changes; empty: it is approved. */
  readonly changes: string
  /** A repeated job may have recorded this decision already. */
  readonly isRepeated?: boolean
}

/**
 * Records a person's decision about a task's plan. Returns the run, which continues by itself if it is running, else on its next
 * start.
 */
export async function approvePlan(
  repository: Repository,
  { run: name, task, changes, isRepeated = false }: Approval,
): Promise<RunId> {
  const { run, plans } = await listWaitingPlans(repository, name)
  const store = await openStore(repository, run)
  if (isRepeated && isSame(await readLastDecision(store, task), changes)) return run
  const proposal = plans.some(plan => plan.task === task) ? await recoverWorkPlan(store, task) : undefined
  if (proposal === undefined) {
    const hint = toDecidedText(task, await readDecision(store, task)) ?? toWaitingText(plans)
    throw new RefusedError(`no plan of ${task} waits for approval in run ${run}. ${hint}`)
  }
  const note = changes.trim()
  if (note.length > longestNote)
    throw new RefusedError(
      `the changes have ${note.length} characters: describe them in ${longestNote} at most`,
    )
  await saveDecision(store, task, proposal, note)
  return run
}

function toWaitingText(plans: readonly WaitingPlan[]): string {
  return `Those that do: ${plans.map(({ task }) => task).join(', ') || 'none'}`
}

/** Undefined: the plan is not decided. */
function toDecidedText(task: TaskId, decision: Decision | undefined): string | undefined {
  if (decision === undefined) return undefined
  const what = decision.isApproved ? 'It was approved before' : 'Changes to it were requested before'
  return `${what}: if nothing works on it, resume the run (on GitHub: "/agents retry ${task}")`
}

function isSame(decision: Decision | undefined, changes: string): boolean {
  const note = changes.trim()
  return decision !== undefined && decision.isApproved === (note === '') && decision.note === note
}
