import { findTarget, type Target } from '../../commands/target/find-target.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import { tryResolve } from '../../git/refs/refs.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import type { Plan } from '../../model/plan.ts'
import { RefusedError } from '../../model/refused-error.ts'
import type { CheckedPlan } from '../../plan/schema/read-plan.ts'
import { toStoredText } from '../../plan/schema/stored-plan.ts'
import type { Step } from '../step/step.ts'

/** What all jobs of a run agree on, because each derives it from the same inputs and commit. */
export interface PlannedRun {
  readonly run: string
  readonly plan: Plan
  /** The plan as stored. */
  readonly text: string
  readonly target: string
  readonly base: ObjectId
  /** Of the workflow run, from 1. */
  readonly attempt: number
}

/**
 * A job's run, in a checkout of its base. Usually the target is not a branch there: it is the plan's, or the one that the workflow
 * runs on.
 */
export async function requirePlannedRun(
  { inputs, env }: Pick<Step, 'inputs' | 'env'>,
  repository: Repository,
  checked: CheckedPlan,
): Promise<PlannedRun> {
  const { run } = inputs
  if (run === undefined) throw new RefusedError('this step needs the input `run`')
  const named = withJobTarget(checked.plan, env)
  const { branch, commit } = await requireBase(repository, named)
  const text = toStoredText({ ...checked.file, target: branch }, checked.order)
  const plan = { ...checked.plan, target: branch }
  return { run, plan, text, target: branch, base: commit, attempt: toAttempt(env) }
}

async function requireBase(repository: Repository, plan: Plan): Promise<Target> {
  const isHere =
    plan.target === undefined || (await tryResolve(repository, `refs/heads/${plan.target}`)) !== undefined
  if (isHere) return findTarget(repository, plan)
  const commit = await tryResolve(repository, 'HEAD^{commit}')
  if (commit === undefined) throw new RefusedError('nothing is checked out here')
  return { branch: plan.target, commit }
}

/** Without a target in the plan, the branch that the workflow runs on. */
export function withJobTarget(plan: Plan, env: Step['env']): Plan {
  const branch = /^refs\/heads\/(.+)$/.exec(env.GITHUB_REF ?? '')?.[1]
  return plan.target !== undefined || branch === undefined ? plan : { ...plan, target: branch }
}

/** "Re-run failed jobs" counts up from 1. */
export function toAttempt({ GITHUB_RUN_ATTEMPT }: Step['env']): number {
  return Number(GITHUB_RUN_ATTEMPT) || 1
}
