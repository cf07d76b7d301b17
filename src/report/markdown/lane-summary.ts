import type { TaskId } from '../../model/plan.ts'
import type { TaskResult } from '../../model/task-result.ts'
import { toCost, tryCostText, tryUsageOfTasks } from '../text/cost.ts'
import { toMarkdownText } from './markdown-text.ts'
import { toPage, toTextBlock } from './page.ts'
import { laneColumns, toTableHead, toTableRow } from './task-table.ts'

export interface LaneSummary {
  readonly name: string
  readonly run: string
  readonly results: readonly TaskResult[]
  /** Tasks that other jobs do not have, and why. */
  readonly undelivered: readonly { readonly task: TaskId; readonly reason: string }[]
  readonly maxBytes: number
}

/** The results of a lane's tasks, as a page. */
export function toLaneSummary({ name, run, results, undelivered, maxBytes }: LaneSummary): string {
  const cost = tryCostText(toCost(tryUsageOfTasks(results)))
  const rows = results.map(result => ({
    text: toTableRow(laneColumns, result.task, result),
    isImportant: result.outcome !== 'succeeded',
  }))
  const lost = undelivered.map(({ task, reason }) => ({
    text: `- \`${task}\`: ${toMarkdownText(reason)}`,
    isImportant: true,
  }))
  return toPage(
    [
      toTextBlock(`## ${toMarkdownText(name)}`),
      toTextBlock(`Run \`${run}\`${cost === undefined ? '' : ` · ${cost}`}`),
      { kind: 'rows', head: toTableHead(laneColumns), rows, more: hidden => `… and ${hidden} more.` },
      { kind: 'rows', head: '### Not handed over\n', rows: lost, more: hidden => `… and ${hidden} more.` },
    ],
    maxBytes,
  )
}
