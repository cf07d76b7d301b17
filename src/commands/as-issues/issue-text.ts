import { toPlainCharacters } from '../../model/foreign-text.ts'
import type { Task } from '../../model/plan.ts'

/** The marker that identifies a task's issue. In other people's issues it is ignored. */
export function toTaskMark(plan: string, { id }: Pick<Task, 'id'>): string {
  return `<!-- parallel-agents: task ${encodeURIComponent(plan)}/${id} -->`
}

/** GitHub's limit, in characters. */
const longestBody = 65_536

/**
 * A task as an issue that `plan --from-issues` reads back as the same task. Undefined if it is too long for GitHub.
 *
 * @param needs The issues of its prerequisites.
 */
export function toIssueText(mark: string, task: Task, needs: readonly number[]): string | undefined {
  const { prompt, files, test } = task
  const parts = [
    mark,
    withoutMentions(toPlainCharacters(prompt)).trim(),
    ...(files === undefined ? [] : [`files:\n${files.map(glob => `- \`${glob}\``).join('\n')}`]),
    ...(test === undefined ? [] : [`\`\`\`test\n${test}\n\`\`\``]),
    ...(needs.length === 0 ? [] : [`depends on ${needs.map(number => `#${number}`).join(', ')}`]),
  ]
  const text = parts.join('\n\n')
  return text.length > longestBody ? undefined : text
}

/** A model's prompt must notify no one. */
function withoutMentions(text: string): string {
  return text.replace(/@(?=[\p{L}\p{N}])/gu, '@\u200b')
}
