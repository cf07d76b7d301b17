import type { TaskId } from '../../model/plan.ts'
import type { TaskResult } from '../../model/task-result.ts'
import { toCost, tryCostText, tryUsageOfTasks } from '../text/cost.ts'
import { toClock } from '../text/duration.ts'
import { toMarkdownText } from './markdown.ts'
import { toPage, toTextPart } from './page.ts'

export interface LaneSummary {
  readonly name: string
  readonly run: string
  readonly results: readonly TaskResult[]
  /** Tasks that other jobs do not have, and why. */
  readonly undelivered: readonly { readonly task: TaskId; readonly reason: string }[]
  readonly maxBytes: number
}

const head =
  '| task | outcome | tries | time | files | cost | why |\n| --- | --- | ---: | ---: | ---: | ---: | --- |'

/** The longest reason in a row, in characters. */
const longestReason = 1000

/** The results of a lane's tasks, as a page. */
export function toLaneSummary({ name, run, results, undelivered, maxBytes }: LaneSummary): string {
  const cost = tryCostText(toCost(tryUsageOfTasks(results)))
  const rows = results.map(result => ({ text: toRow(result), isImportant: result.outcome !== 'succeeded' }))
  const lost = undelivered.map(({ task, reason }) => ({
    text: `- \`${task}\`: ${toMarkdownText(reason)}`,
    isImportant: true,
  }))
  return toPage(
    [
      toTextPart(`## ${toMarkdownText(name)}`),
      toTextPart(`Run \`${run}\`${cost === undefined ? '' : ` · ${cost}`}`),
      { kind: 'rows', head, rows, more: hidden => `… and ${hidden} more.` },
      { kind: 'rows', head: '### Not handed over\n', rows: lost, more: hidden => `… and ${hidden} more.` },
    ],
    maxBytes,
  )
}

function toRow(result: TaskResult): string {
  const cells = [
    `\`${result.task}\``,
    result.outcome,
    String(result.attempts),
    result.startedAt === null ? '–' : toClock(result.seconds),
    result.filesChanged === null ? '–' : String(result.filesChanged),
    tryCostText(toCost(tryUsageOfTasks([result]))) ?? '–',
    toMarkdownText((result.reason ?? '').slice(0, longestReason)),
  ]
  return `| ${cells.join(' | ')} |`
}
