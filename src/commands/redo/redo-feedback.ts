import { quoteReport } from '../../agents/prompts/prompt.ts'
import type { Integrated } from '../../integration/integrated.ts'
import type { Task, TaskId } from '../../model/plan.ts'
import type { TaskResult } from '../../model/task-result.ts'
import type { RunContext } from '../../run/run-context.ts'

const mostSides = 10
const longestPrompt = 2000

export interface RedoFacts {
  readonly integrated: Integrated
  readonly task: Task
  readonly before: TaskResult
  readonly results: ReadonlyMap<TaskId, TaskResult>
}

/** The feedback for a task whose branch conflicts: redo the work on top of what landed. */
export function toRebaseFeedback(context: RunContext, facts: RedoFacts, choicesFile: string): string {
  const { integrated, task, before } = facts
  const { landings, conflicts } = integrated
  const own = conflicts.filter(conflict => conflict.task === task.id)
  const others = [...new Set(own.flatMap(conflict => conflict.with))]
  return [
    `Your work could not be merged: it ${landings.get(task.id)?.reason}.`,
    toStartText(before),
    ...own.map(({ path, detail }) => `- ${path}${detail === '' ? '' : ` (${detail})`}`),
    toSides(context, facts, others),
    `Drop nothing of either side in those files: this is checked line by line. Where only one of two things can be kept, decide, and name it: append a line such as {"path": "src/a.ts", "sentence": "the limit is 20, as this task needs it", "dropped": ["const limit = 10"]} to ${choicesFile}.`,
  ].join('\n\n')
}

/** The feedback for tests that fail because of a task's branch. */
export function toRepairFeedback(context: RunContext, facts: RedoFacts): string {
  const { integrated, task, before } = facts
  const landed = [...integrated.landings].filter(([, { landing }]) => landing === 'landed').map(([id]) => id)
  return [
    `This task is done, but its work breaks the tests when it is merged with that of others:\n${integrated.landings.get(task.id)?.reason}`,
    `Your checkout contains the merged result. The earlier work on this task is in commits ${toRange(before)} (see it with "git diff"). Make the tests pass with as small a change as you can, within the scope below: keep what this task does and what the others do, and leave the tests as strict as they are.`,
    toSides(context, facts, landed),
  ].join('\n\n')
}

/** The feedback for a task that is redone because its branch breaks the tests. */
export function toRetryFeedback({ integrated, task, before }: RedoFacts): string {
  return `Your work breaks the tests when it is merged with that of others:\n${integrated.landings.get(task.id)?.reason}\n\n${toStartText(before)}`
}

function toStartText(before: TaskResult): string {
  return `You start again, from the merged work of all others. What you had done is in the commits ${toRange(before)} (see it with "git diff"). Do the task on top of what is there now, and keep what the others did.`
}

function toRange({ base, commit }: TaskResult): string {
  return `${base?.slice(0, 12)}..${commit?.slice(0, 12)}`
}

/** The other tasks' intentions, from their prompts and summaries. */
function toSides({ plan }: RunContext, { results }: RedoFacts, others: readonly TaskId[]): string {
  const sides = plan.tasks.filter(({ id }) => others.includes(id)).slice(0, mostSides)
  return sides
    .map(({ id, title, prompt }) => {
      const summary = results.get(id)?.summary ?? null
      const report = summary === null ? '' : `\n\n${quoteReport(id, summary)}`
      return `### What ${id} is about (${title})\n\n${prompt.trim().slice(0, longestPrompt)}${report}`
    })
    .join('\n\n')
}
