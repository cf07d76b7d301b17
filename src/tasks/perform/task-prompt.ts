import { type PrerequisiteReport, toPrompt } from '../../agents/prompts/prompt.ts'
import { readPlainText } from '../../files/plain-file.ts'
import { readChanges } from '../../git/diff/tree-diff.ts'
import { prerequisites, type Task, type TaskId } from '../../model/plan.ts'
import type { TaskResult } from '../../model/task-result.ts'
import type { RunContext } from '../../run/run-context.ts'
import type { TaskWork } from '../work/task-work.ts'

/** The prompt of the next attempt at a task. */
export async function toTaskPrompt(
  context: RunContext,
  work: TaskWork,
  results: ReadonlyMap<TaskId, TaskResult>,
  interruptedWork: string | undefined,
): Promise<string> {
  const paths = context.paths.task(work.task.id)
  return toPrompt({
    task: work.task,
    protectedGlobs: context.plan.protected,
    prerequisites: await readPrerequisites(context, work.task, results),
    feedback: work.feedback,
    interruptedWork,
    forecast: await tryReadForecast(context, work.task),
    progressFile: paths.progress,
    reportFile: paths.report,
  })
}

/** What the agent of a task is told about coming conflicts; undefined when the plan does not want it told. */
async function tryReadForecast(
  { plan, paths }: RunContext,
  task: Task,
): Promise<{ text: string; file: string } | undefined> {
  if (plan.integration.onForecast !== 'tell-agents') return undefined
  const file = paths.task(task.id).forecast
  return { text: readPlainText(file), file }
}

async function readPrerequisites(
  context: RunContext,
  task: Task,
  results: ReadonlyMap<TaskId, TaskResult>,
): Promise<PrerequisiteReport[]> {
  const reports = prerequisites(task).map(async id => {
    const result = results.get(id)
    if (result?.commit == null || result.base === null) return []
    const changes = await readChanges(context.repository, result.base, result.commit)
    const title = context.plan.tasks.find(other => other.id === id)?.title ?? id
    return [{ id, title, files: changes.map(change => change.path), summary: result.summary }]
  })
  return (await Promise.all(reports)).flat()
}
