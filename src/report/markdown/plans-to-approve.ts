import { toPlainCharacters } from '../../model/foreign-text.ts'
import type { TaskId } from '../../model/plan.ts'
import type { Report } from '../../model/report.ts'
import { waitsForPerson } from '../../model/task-result.ts'
import { type Block, toTextBlock } from './page.ts'

/** Characters of a plan in a comment. */
const longestPlan = 8000
/** UTF-8 bytes of all plans in a comment. */
const mostPlansBytes = 30_000

/** Each plan that waits for approval, and how to give it by a comment. */
export function toPlansToApprove(report: Report): Block {
  const waiting = Object.keys(report.tasks).flatMap(id => tryPlanToApprove(report, id) ?? [])
  const shown = waiting.filter(
    (_, index) => Buffer.byteLength(waiting.slice(0, index + 1).join('')) <= mostPlansBytes,
  )
  const more = waiting.length - shown.length
  return toTextBlock([...shown, ...(more === 0 ? [] : [`… and ${more} more plans.`])].join('\n\n'))
}

/** Undefined: no plan of the task waits. */
export function tryPlanToApprove({ tasks }: Report, id: TaskId): string | undefined {
  const task = tasks[id]
  if (task === undefined || !waitsForPerson(task) || task.workPlan === null) return undefined
  const command = `/agents approve ${id}`
  return `The plan of \`${id}\` waits for approval. Comment \`${command}\` to approve it, or \`${command} …\` with what to change:\n\n${toFence(task.workPlan)}`
}

/** The plans in a comment of ours, as they are shown there: a plan cannot contain the line that ends its fence. */
export function listShownPlans(comment: string): string[] {
  return comment.match(/^The plan of `\S+` waits for approval\.[^\n]*\n\n~~~~text\n[\s\S]*?\n~~~~$/gm) ?? []
}

/** Foreign text as it is, without effect: it cannot end its fence, and nothing in it reads like a mark or a link of ours. */
function toFence(text: string): string {
  const plain = toPlainCharacters(text.slice(0, longestPlan))
    .replace(/~{3,}/g, '~~')
    .replaceAll('<!--', '<!\u200b--')
    .replaceAll('/actions/', '/\u200bactions/')
    .replace(/(\d{8}-\d{6})-/g, '$1\u200b-')
  return `~~~~text\n${plain.trim()}${text.length > longestPlan ? '\n…' : ''}\n~~~~`
}
