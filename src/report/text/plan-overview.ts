import type { Task, TaskId } from '../../model/plan.ts'
import { toLevels } from '../../plan/graph/graph.ts'
import { toMakespan } from '../../plan/graph/list-schedule.ts'
import { toCriticalPath, toEstimates, toRemainingPaths } from '../../plan/graph/weights.ts'
import { tryAdvice } from '../../plan/schema/advice.ts'
import type { CheckedPlan } from '../../plan/schema/read-plan.ts'

/** Facts about a plan before it runs, as printed by `plan --json`. Minutes are estimates of the plan. */
export interface PlanOverview {
  readonly version: 1
  readonly plan: string
  readonly target: { readonly branch: string; readonly commit: string } | null
  readonly tasks: readonly TaskOverview[]
  /** Tasks that could run at once with enough agents, level by level. */
  readonly levels: readonly (readonly TaskId[])[]
  readonly criticalPath: readonly TaskId[]
  /** Edges from overlapping scopes. */
  readonly addedEdges: readonly { readonly from: TaskId; readonly to: TaskId; readonly path: string }[]
  /** Number of tasks with an estimate. Others count as the median; without any, durations are numbers of tasks. */
  readonly estimated: number
  readonly durations: readonly { readonly agents: number | null; readonly minutes: number }[]
  readonly advice: string | null
  /** The known agents that the plan uses, and how each runs here. */
  readonly agents: readonly AgentOverview[]
  readonly notices: readonly string[]
}

export interface AgentOverview {
  readonly name: string
  readonly use: string
  readonly via: 'acp' | 'cli'
  readonly reason: string
}

export interface TaskOverview {
  readonly id: TaskId
  readonly title: string
  readonly needs: readonly TaskId[]
  readonly after: readonly TaskId[]
  readonly agent: string
  readonly files: readonly string[] | null
  readonly issue: number | null
  readonly estimateMinutes: number | null
  /** Estimated minutes (or tasks) from the start of this task to the end of the plan. */
  readonly remaining: number
}

/** @param advice Advice based on the repository's files; advice from the plan itself comes first. */
export function toPlanOverview(
  { plan, overlaps, file, notices }: CheckedPlan,
  { target, agents: known, advice }: Pick<PlanOverview, 'target' | 'agents' | 'advice'>,
  maxParallel: number,
): PlanOverview {
  const { tasks } = plan
  const estimates = toEstimates(tasks)
  const remaining = toRemainingPaths(tasks, estimates)
  const estimated = tasks.filter(task => task.estimateMinutes !== undefined).length
  const agentCounts = [...new Set([1, Math.min(maxParallel, tasks.length)])]
  return {
    version: 1,
    plan: plan.name,
    target,
    tasks: tasks.map(task => toTaskOverview(task, remaining)),
    levels: toLevels(tasks).map(level => level.map(task => task.id)),
    criticalPath: toCriticalPath(tasks, estimates),
    addedEdges:
      file.overlap === 'serialize'
        ? overlaps.map(({ earlier, later, path }) => ({ from: earlier, to: later, path }))
        : [],
    estimated,
    durations: [...agentCounts, null].map(agents => ({
      agents,
      minutes: toMakespan(tasks, estimates, agents ?? Number.POSITIVE_INFINITY),
    })),
    advice: tryAdvice(tasks) ?? advice,
    agents: known,
    notices,
  }
}

function toTaskOverview(task: Task, remaining: ReadonlyMap<TaskId, number>): TaskOverview {
  return {
    id: task.id,
    title: task.title,
    needs: task.needs,
    after: task.after,
    agent: task.agent,
    files: task.files ?? null,
    issue: task.issue ?? null,
    estimateMinutes: task.estimateMinutes ?? null,
    remaining: remaining.get(task.id) ?? 0,
  }
}
