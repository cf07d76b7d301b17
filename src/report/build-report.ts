import type { RunResources } from '../model/checkout/resource-use.ts'
import { isAchieved } from '../model/outcome.ts'
import type { Plan, RunBudget, Task, TaskId } from '../model/plan.ts'
import type { IntegrationFacts, Report, TaskReport } from '../model/report.ts'
import type { TaskResult } from '../model/task-result.ts'
import { addUsage, type Usage, unknownUsage } from '../model/usage.ts'
import { toResourceReport } from './resource-report.ts'
import { tryUsageOfTasks } from './text/cost.ts'
import { type Measured, toTiming } from './timing.ts'

/** Everything that a report is built from. */
export interface ReportFacts extends Measured {
  readonly run: string
  readonly plan: Plan
  readonly target: string
  readonly base: string
  readonly maxParallel: number
  /** Undefined: other jobs ran the tasks, each on its own machine. */
  readonly sandbox: Report['sandbox']
  readonly deniedHosts: Report['deniedHosts']
  readonly results: ReadonlyMap<TaskId, TaskResult>
  readonly landings: ReadonlyMap<TaskId, Pick<TaskReport, 'landing' | 'reason'>>
  readonly integration: IntegrationFacts
  readonly cancelled: boolean
  /** When it continues, if it stopped on exhausted quotas. */
  readonly retryAt: string | null
  /** Usage of agents besides the tasks. */
  readonly spent: Usage | undefined
  /** Usage of earlier attempts at tasks that were redone: no result holds it. */
  readonly earlier?: Usage | undefined
  /** Undefined: unknown, or several machines. */
  readonly resources: RunResources | undefined
}

export function buildReport(facts: ReportFacts): Report {
  const tasks = Object.fromEntries(facts.plan.tasks.map(task => [task.id, toTaskReport(task, facts)]))
  return {
    version: 2,
    run: facts.run,
    plan: facts.plan.name,
    target: facts.target,
    base: facts.base,
    status: toStatus(facts, Object.values(tasks)),
    retryAt: facts.retryAt,
    maxParallel: facts.maxParallel,
    sandbox: facts.sandbox,
    deniedHosts: facts.deniedHosts,
    tasks,
    cost: toCostReport(facts),
    budget: toBudgetReport(facts.plan.budget),
    integration: { ...facts.integration, trouble: facts.integration.problem },
    timing: toTiming(facts.plan.tasks, facts.results, facts.maxParallel, facts),
    resources: facts.resources === undefined ? null : toResourceReport(facts.resources, facts),
  }
}

/** The same run, once its result was delivered. */
export function withLanding(report: Report, plan: Plan, land: Report['integration']['land']): Report {
  const integration = { ...report.integration, land }
  const tasks = plan.tasks.map(({ id }) => report.tasks[id] as TaskReport)
  const status = toStatus({ cancelled: report.status === 'cancelled', integration, plan }, tasks)
  return { ...report, status, integration }
}

function toCostReport({ results, spent, earlier }: ReportFacts): Report['cost'] {
  const ofTasks = addUsage(tryUsageOfTasks(results.values()), earlier)
  const usage = addUsage(ofTasks, spent) ?? unknownUsage
  return {
    usd: usage.costUsd,
    known: usage.costKnown,
    tasksUsd: ofTasks?.costUsd ?? null,
    conflictsUsd: spent?.costUsd ?? null,
    usage,
  }
}

function toBudgetReport({ usd, tokens, minutes, onEnd }: RunBudget): Report['budget'] {
  if ((usd ?? tokens ?? minutes) === undefined) return null
  return { usd: usd ?? null, tokens: tokens ?? null, minutes: minutes ?? null, onEnd }
}

function toTaskReport(task: Task, { results, landings }: ReportFacts): TaskReport {
  const result = results.get(task.id)
  const landing = landings.get(task.id)
  if (result === undefined) throw new Error(`task ${task.id} has no result`)
  const { version: _, task: __, ...rest } = result
  return {
    ...rest,
    title: task.title,
    landing: landing?.landing ?? 'none',
    reason: landing?.reason ?? result.reason,
  }
}

/**
 * - cancelled: the run was stopped;
 * - landed: every task landed, or ended without a change as allowed, and the result was delivered;
 * - failed: nothing landed although something should have;
 * - partial: everything else.
 */
function toStatus(
  { cancelled, integration, plan }: Pick<ReportFacts, 'cancelled' | 'integration' | 'plan'>,
  tasks: readonly TaskReport[],
): Report['status'] {
  if (cancelled) return 'cancelled'
  const isPlaced = integration.land.mode === 'none' || integration.land.done
  const isDone = (task: Task, { landing, outcome }: TaskReport) =>
    landing === 'landed' || (outcome !== 'succeeded' && isAchieved(task, outcome))
  const all = plan.tasks.every((task, index) => isDone(task, tasks[index] as TaskReport))
  const landed = tasks.some(task => task.landing === 'landed')
  if (all && (isPlaced || !landed)) return 'landed'
  return landed ? 'partial' : 'failed'
}
