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
import { openStore, type RunStore } from '../../run/run-store.ts'
import { readPlanOf } from '../read-status.ts'

/** A task's plan that waits for approval. */
export interface WaitingPlan {
  /** Another plan, even of the same task, has another one. */
  readonly id: string
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

/** The undecided plans of a run. */
export async function listPlansOf(repository: Repository, run: RunId): Promise<readonly WaitingPlan[]> {
  const store = await openStore(repository, run)
  const { tasks } = await readPlanOf(store)
  const plans: WaitingPlan[] = []
  for (const { id: task, title } of tasks.filter(({ planFirst }) => planFirst?.approve === true)) {
    const proposal = await recoverWorkPlan(store, task)
    if (proposal === undefined || (await readDecision(store, task)) !== undefined) continue
    if ((await store.readResult(task))?.rolledBack === true) continue
    plans.push({ id: proposal.id, task, title, plan: proposal.text })
  }
  return plans
}

export interface Approval {
  readonly run: string | undefined
  readonly task: TaskId
  /** The requested changes; empty: it is approved. */
  readonly changes: string
  /** The id of the plan that the person has read, if known: a newer one is not approved. */
  readonly plan?: string | undefined
  /** A repeated job may have recorded this decision already. */
  readonly isRepeated?: boolean
}

/**
 * Records a person's decision about a task's plan. Returns the run, which continues by itself if it is running, else on its next
 * start.
 */
export async function approvePlan(
  repository: Repository,
  { run: name, task, changes, plan: read, isRepeated = false }: Approval,
): Promise<RunId> {
  const { run, plans } = await listWaitingPlans(repository, name)
  const store = await openStore(repository, run)
  if (isRepeated && isSame(await readLastDecision(store, task), { changes, plan: read })) return run
  const proposal = plans.some(plan => plan.task === task) ? await recoverWorkPlan(store, task) : undefined
  if (proposal === undefined) {
    const hint = (await tryUnplannedText(store, task)) ?? toWaitingText(plans)
    throw new RefusedError(`no plan of ${task} waits for approval in run ${run}. ${hint}`)
  }
  if (read !== undefined && proposal.id !== read)
    throw new RefusedError(`the plan of ${task} has changed since it was approved: read the new one first`)
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

/** Why a task without a waiting plan has none, and how it gets one. Undefined: it needs none. */
export async function tryUnplannedText(store: RunStore, task: TaskId): Promise<string | undefined> {
  const decision = await readDecision(store, task)
  const retry = `(on GitHub: "/agents retry ${task}")`
  if (decision !== undefined)
    return `${decision.isApproved ? 'It was approved before' : 'Changes to it were requested before'}: if nothing works on it, resume the run ${retry}`
  const result = await store.readResult(task)
  return result?.outcome === 'infrastructure-error'
    ? `It was not planned (${result.reason}): resume the run ${retry}`
    : undefined
}

function isSame(
  decision: Decision | undefined,
  { changes, plan }: { readonly changes: string; readonly plan: string | undefined },
): boolean {
  if (decision === undefined || (plan !== undefined && decision.plan !== plan)) return false
  const note = changes.trim()
  return decision.isApproved === (note === '') && decision.note === note
}
