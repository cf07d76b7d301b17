import { type PrerequisiteReport, toPrompt } from '../../agents/prompts/prompt.ts'
import { readPlainText } from '../../files/plain-file.ts'
import { readChanges } from '../../git/diff/tree-diff.ts'
import { isSparse } from '../../git/worktree/worktree.ts'
import { prerequisites, type Task, type TaskId } from '../../model/plan.ts'
import type { TaskResult } from '../../model/task-result.ts'
import type { RunContext } from '../../run/run-context.ts'
import type { TaskWork } from '../work/task-work.ts'

export interface PromptContext {
  readonly results: ReadonlyMap<TaskId, TaskResult>
  /** A commit with the work of an interrupted attempt. */
  readonly interrupted: string | undefined
  /** Put before the prompt of every task. */
  readonly role: string | undefined
  /** Whether it has the tools of its task. */
  readonly hasTools: boolean
}

/** The prompt of the next attempt at a task. */
export async function composeTaskPrompt(
  context: RunContext,
  work: TaskWork,
  facts: PromptContext,
): Promise<string> {
  const { results, interrupted: interruptedWork, role, hasTools } = facts
  const paths = context.paths.task(work.task.id)
  return toPrompt({
    task: work.task,
    role,
    hasTools,
    protectedGlobs: context.plan.protected,
    isSparse: isSparse(work.worktree),
    prerequisites: await readPrerequisiteReports(context, work.task, results),
    feedback: work.feedback,
    plan: work.workPlan,
    interruptedWork,
    forecast: await tryReadForecast(context, work.task),
    progressFile: paths.progress,
    reportFile: paths.report,
  })
}

/** The forecast for a task's agent; undefined if the plan disables it. */
async function tryReadForecast(
  { plan, paths }: RunContext,
  task: Task,
): Promise<{ text: string; file: string } | undefined> {
  if (plan.integration.onForecast !== 'tell-agents') return undefined
  const file = paths.task(task.id).forecast
  return { text: readPlainText(file), file }
}

/** Maximum number of reports of indirect prerequisites, the nearest first. */
const mostFarReports = 20

/** A task without changes may have found something out, too. */
export async function readPrerequisiteReports(
  context: RunContext,
  task: Task,
  results: ReadonlyMap<TaskId, TaskResult>,
): Promise<PrerequisiteReport[]> {
  const tasks = new Map(context.plan.tasks.map(other => [other.id, other]))
  const direct = prerequisites(task)
  const far = toAncestors(tasks, direct).filter(id => results.get(id)?.summary != null)
  const reports = [...direct, ...far.slice(0, mostFarReports)].map(async id => {
    const result = results.get(id)
    if (result === undefined || !canTell(result)) return []
    const title = tasks.get(id)?.title ?? id
    const files = await readChangedPaths(context, result)
    return [{ id, title, files, summary: result.summary, isDirect: direct.includes(id) }]
  })
  return (await Promise.all(reports)).flat()
}

function canTell({ outcome, summary, commit }: TaskResult): boolean {
  return commit !== null || (outcome === 'no-changes' && summary !== null)
}

async function readChangedPaths({ repository }: RunContext, { base, commit }: TaskResult): Promise<string[]> {
  if (commit === null || base === null) return []
  return (await readChanges(repository, base, commit)).map(change => change.path)
}

/** All direct and indirect prerequisites of some tasks, the nearest first, without themselves. */
function toAncestors(tasks: ReadonlyMap<TaskId, Task>, from: readonly TaskId[]): TaskId[] {
  const seen = new Set(from)
  const found: TaskId[] = []
  let level: readonly TaskId[] = from
  while (level.length > 0) {
    const above = level.flatMap(id => prerequisites(tasks.get(id) ?? { needs: [], after: [] }))
    level = [...new Set(above)].filter(id => !seen.has(id))
    for (const id of level) seen.add(id)
    found.push(...level)
  }
  return found
}
