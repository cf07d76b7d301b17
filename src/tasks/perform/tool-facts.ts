import type { Contract, ToolFacts } from '../../agents/tools/tool-facts.ts'
import type { Task, TaskId } from '../../model/plan.ts'
import { mostMessages } from '../../model/task-message.ts'
import type { TaskResult } from '../../model/task-result.ts'
import type { RunContext } from '../../run/run-context.ts'
import { readPrerequisiteReports } from './task-prompt.ts'

const longestPrompt = 4000
const mostFiles = 200

/** The plan's facts for the tools of a task. */
export async function readToolFacts(
  context: RunContext,
  task: Task,
  results: ReadonlyMap<TaskId, TaskResult>,
): Promise<ToolFacts> {
  const { plan, messages } = context
  const sent = await messages.from(task.id)
  const reports = await readPrerequisiteReports(context, task, results)
  const others = plan.tasks.filter(({ id }) => id !== task.id)
  return {
    task: task.id,
    others: others.map(({ id, title }) => ({ task: id, title })),
    contracts: reports.map(({ id, title, files, summary }) => ({
      ...{ task: id, title, summary, files: files.slice(0, mostFiles) },
      ...toWork(results, id),
      asked: (plan.tasks.find(other => other.id === id)?.prompt ?? '').slice(0, longestPrompt),
    })),
    messagesLeft: mostMessages - sent.length,
  }
}

function toWork(results: ReadonlyMap<TaskId, TaskResult>, task: string): Pick<Contract, 'base' | 'commit'> {
  const { base = null, commit = null } = results.get(task) ?? {}
  return { base, commit }
}
