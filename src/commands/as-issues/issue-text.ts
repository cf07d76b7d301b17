import { toHonestText } from '../../model/foreign-text.ts'
import type { Task } from '../../model/plan.ts'

/** The mark by which the issue of a task is found again. In others' issues it counts for nothing. */
export function toTaskMark(plan: string, { id }: Pick<Task, 'id'>): string {
  return `<!-- parallel-agents: task ${encodeURIComponent(plan)}/${id} -->`
}

/** GitHub takes no more characters. */
const longestBody = 65_536

/**
 * What an issue says about a task, so that `plan --from-issues` reads the same task from it. Undefined when it is too long for GitHub.
 *
 * @param needs The issues of its prerequisites.
 */
export function toIssueText(mark: string, task: Task, needs: readonly number[]): string | undefined {
  const { prompt, files, test } = task
  const parts = [
    mark,
    withoutMentions(toHonestText(prompt)).trim(),
    ...(files === undefined ? [] : [`files:\n${files.map(glob => `- \`${glob}\``).join('\n')}`]),
    ...(test === undefined ? [] : [`\`\`\`test\n${test}\n\`\`\``]),
    ...(needs.length === 0 ? [] : [`depends on ${needs.map(number => `#${number}`).join(', ')}`]),
  ]
  const text = parts.join('\n\n')
  return text.length > longestBody ? undefined : text
}

/** A prompt that a model wrote notifies no one. */
function withoutMentions(text: string): string {
  return text.replace(/@(?=[\p{L}\p{N}])/gu, '@\u200b')
}
