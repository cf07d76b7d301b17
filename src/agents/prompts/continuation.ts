import type { Task } from '../../model/plan.ts'

export interface ContinuePromptFacts {
  readonly task: Pick<Task, 'files' | 'test'>
  /** Why the last attempt was refused; undefined: it was interrupted. */
  readonly feedback: string | undefined
  /** A commit with the interrupted work, if the checkout is new. */
  readonly interruptedWork: string | undefined
  readonly reportFile: string
}

/** The prompt of a task for an agent whose conversation already holds a prerequisite. */
export function toNextTask(prompt: string, from: string, directory: string): string {
  return `# Your next task

Your work on ${from} was accepted. This is another task, in another folder: ${directory}. Your work on ${from} is already in it, perhaps merged with work of others, and files may differ from what you remember: read them again. Do not use paths of the folder that you worked in before.

${prompt}`
}

/** The next prompt in a session that already holds the task and the work so far. */
export function toContinuePrompt({
  task,
  feedback,
  interruptedWork,
  reportFile,
}: ContinuePromptFacts): string {
  const news =
    feedback === undefined
      ? '# Your work was interrupted\n\nFinish the task.'
      : `# Your work was refused\n\n${feedback}`
  const rules = [
    ...(task.files === undefined ? [] : [`Your scope is still: ${task.files.join(' ')}`]),
    ...(task.test === undefined ? [] : [`When you finish, this must pass: ${task.test}`]),
    `At the end, write your report again to ${reportFile}`,
  ]
  const checkout =
    interruptedWork === undefined
      ? ''
      : `\n\nYour process ended, and this checkout is new. Your earlier work is in commit ${interruptedWork} (see "git show"). Reuse what is good.`
  return `${news}${checkout}\n\n${rules.map(rule => `- ${rule}`).join('\n')}\n`
}
