import { toPlainCharacters, withoutRunNames } from '../../model/foreign-text.ts'
import type { TaskId } from '../../model/plan.ts'
import type { Report } from '../../model/report.ts'
import { waitsForPerson } from '../../model/task-result.ts'
import { type Block, toTextBlock } from './page.ts'

/** UTF-8 bytes of all plans in a comment, with their sentences. */
const mostCommentBytes = 40_000
/** UTF-8 bytes of one plan in a comment. A plan has at most 20,000 characters, of one to four bytes. */
const mostPlanBytes = 38_000
/** UTF-8 bytes of all plans on the page of a workflow run. */
const mostPageBytes = 400_000

/** Each plan that waits for approval, and how to give it by a comment. */
export function toPlansToApprove(report: Report): Block {
  return toPlans(report, id => tryPlanToApprove(report, id), {
    bytes: mostCommentBytes,
    more: `on the page of the workflow run, and in \`parallel-agents approve --run ${report.run}\` after a fetch`,
  })
}

/** Each plan that waits for approval, for the page of a workflow run. */
export function toPlansOnPage(report: Report): Block {
  return toPlans(report, id => tryPlanOnPage(report, id), {
    bytes: mostPageBytes,
    more: `in \`parallel-agents approve --run ${report.run}\` after a fetch`,
  })
}

interface Room {
  readonly bytes: number
  /** Where the rest is. */
  readonly more: string
}

function toPlans(
  { tasks }: Report,
  toText: (id: TaskId) => string | undefined,
  { bytes, more }: Room,
): Block {
  const shown: string[] = []
  const left: TaskId[] = []
  let room = bytes
  for (const id of Object.keys(tasks)) {
    const text = toText(id)
    if (text === undefined) continue
    room -= Buffer.byteLength(text)
    if (room < 0) left.push(id)
    else shown.push(text)
  }
  const names = left.map(id => `\`${id}\``).join(', ')
  return toTextBlock(
    [...shown, ...(left.length === 0 ? [] : [`Plans of ${names} wait, too: ${more}.`])].join('\n\n'),
  )
}

/** A plan and how to approve it by a comment. Undefined: no plan of the task waits. */
export function tryPlanToApprove(report: Report, id: TaskId): string | undefined {
  const plan = tryWaiting(report, id)
  if (plan === undefined) return undefined
  const command = `/agents approve ${id}`
  const text = `The plan of \`${id}\` waits for approval. Comment \`${command}\` to approve it, or \`${command} …\` with what to change:`
  return `${text}\n\n${toFence(plan, mostPlanBytes)}`
}

function tryPlanOnPage(report: Report, id: TaskId): string | undefined {
  const plan = tryWaiting(report, id)
  if (plan === undefined) return undefined
  const text = `The plan of \`${id}\` waits for approval: comment \`/agents approve ${id}\` where this run answers, start a workflow that takes the inputs \`run: ${report.run}\` and \`approve: ${id}\`, or approve it in a clone (\`parallel-agents approve ${id} --run ${report.run}\`).`
  return `### Plan of \`${id}\`\n\n${text}\n\n${toFence(plan, mostPageBytes)}`
}

function tryWaiting({ tasks }: Report, id: TaskId): string | undefined {
  const task = tasks[id]
  return task === undefined || !waitsForPerson(task) ? undefined : (task.workPlan ?? undefined)
}

const cut = '\n… (cut here: the page of the workflow run has the rest)'

/** The plans in a comment of ours, as they are shown there: a plan cannot contain the line that ends its fence. */
export function listShownPlans(comment: string): string[] {
  return comment.match(/^The plan of `\S+` waits for approval\.[^\n]*\n\n~~~~text\n[\s\S]*?\n~~~~$/gm) ?? []
}

/** Foreign text as it is, without effect: it cannot end its fence, and nothing in it reads like a mark or a link of ours. */
function toFence(text: string, most: number): string {
  const plain = withoutRunNames(toPlainCharacters(text))
    .replace(/~{3,}/g, '~~')
    .replaceAll('<!--', '<!\u200b--')
    .trim()
  const bytes = Buffer.from(plain)
  const whole = new TextDecoder().decode(bytes.subarray(0, most), { stream: true }) // without half a character
  const shown = bytes.length <= most ? plain : `${whole}${cut}`
  return `~~~~text\n${shown}\n~~~~`
}
