import { toFence } from './fence.ts'

/** The prompt of an agent that plans a task before the work. */
export interface PlanFacts {
  /** The task's prompt, as its agent gets it. */
  readonly task: string
  readonly answerFile: string
  /** An earlier plan, and the changes that a person wants. */
  readonly earlier?: { readonly plan: string; readonly note: string } | undefined
}

export function toPlanPrompt({ task, answerFile, earlier }: PlanFacts): string {
  const changes =
    earlier === undefined
      ? ''
      : `\nA person has read an earlier plan and wants it changed: ${earlier.note}\n\nThe earlier plan:\n\n${toFence(earlier.plan)}\n`
  return `# Plan a task, and do not do it

Another session will do the task below, and starts from your plan. Read the code that it touches. Do not change any file: your changes are discarded.
Write the plan to ${answerFile} (its path is also in $PARALLEL_AGENTS_ANSWER_FILE), in Markdown, at most two pages: what to change in which files and why, in which order, how it will be tested, what could go wrong, and what you had to assume.
${changes}
The task, in the words that its agent will get:

${task}`
}
