import type { Report } from '../../model/report.ts'
import type { Node } from '../../plan/graph/graph.ts'
import { toResourceLines } from '../text/resource-text.ts'
import { toTimingText } from '../text/timing-text.ts'
import { tryGantt } from './gantt.ts'
import { toHeadline, toProblemLines } from './markdown.ts'
import { tryMermaid } from './mermaid.ts'
import { type Block, toPage, toTextBlock } from './page.ts'
import { toPlansOnPage } from './plans-to-approve.ts'
import { toRunGraph } from './run-graph.ts'
import { toReportColumns, toTableHead, toTableRow } from './task-table.ts'

export interface RunSummary {
  readonly report: Report
  /** The tasks with their edges. */
  readonly tasks: readonly Node[]
  /** Next steps for the reader: Markdown. */
  readonly next: string
  readonly maxBytes: number
}

/** The report of a run as a page: table, graph, time chart, comparison with the theoretical minimum, next steps. */
export function toRunSummary({ report, tasks, next, maxBytes }: RunSummary): string {
  const gantt = tryGantt(report)
  return toPage(
    [
      toTextBlock(toHeadline(report)),
      toTaskRows(report),
      toProblemRows(report),
      toTextBlock(toTimingText(report)),
      toTextBlock(toResourceLines(report).join('\n')),
      toTextBlock(toDiagram('Tasks', toRunGraph(tasks, report))),
      toTextBlock(gantt === undefined ? '' : toDiagram('Timeline', gantt)),
      toPlansOnPage(report),
      toTextBlock(next),
    ],
    maxBytes,
  )
}

function toTaskRows(report: Report): Block {
  const columns = toReportColumns(report)
  return {
    kind: 'rows',
    head: toTableHead(columns),
    rows: Object.entries(report.tasks).map(([id, task]) => ({
      text: toTableRow(columns, id, task),
      isImportant: task.landing !== 'landed',
    })),
    more: hidden => `… and ${hidden} more: the report has them all.`,
  }
}

function toProblemRows(report: Report): Block {
  const rows = toProblemLines(report).map(text => ({ text, isImportant: true }))
  return { kind: 'rows', head: '### Conflicts and problems\n', rows, more: hidden => `… and ${hidden} more.` }
}

/** A diagram below its title, or a sentence if it is too large to draw. */
export function toDiagram(title: string, diagram: string): string {
  const drawn = tryMermaid(diagram) ?? 'There are too many of them to draw.'
  return `### ${title}\n\n${drawn}`
}
