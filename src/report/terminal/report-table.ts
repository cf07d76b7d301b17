import type { Report, TaskReport } from '../../model/report.ts'
import { toClock } from '../text/duration.ts'
import { toSize } from '../text/resource-text.ts'
import { fitColumns, padColumns, toPlainLine, toWidth, widest, wrapText } from '../text/text.ts'
import type { Paint } from './paint.ts'

interface TablePlace {
  /** Whether there are columns for resources. */
  readonly isWide?: boolean
  readonly paint: Paint
  /** Width of the terminal; infinite if lines need no breaks. */
  readonly columns: number
}

interface Layout {
  readonly head: readonly string[]
  readonly toCells: (id: string, task: TaskReport) => string[]
  /** Columns that are aligned to the right. */
  readonly numeric: ReadonlySet<number>
}

const wide: Layout = {
  head: ['task', 'outcome', 'landing', 'tries', 'time', 'files'],
  toCells: (id, task) => [
    id,
    task.outcome,
    task.landing,
    String(task.attempts),
    toTime(task),
    task.filesChanged === null ? '–' : String(task.filesChanged),
  ],
  numeric: new Set([3, 4, 5]),
}

/** With each task's resources. */
const withUse: Layout = {
  head: [...wide.head, 'cpu', 'waited', 'memory', 'disk'],
  toCells: (id, task) => [...wide.toCells(id, task), ...toUse(task.resources)],
  numeric: new Set([...wide.numeric, 6, 7, 8, 9]),
}

function toUse(use: TaskReport['resources']): string[] {
  if (use === null) return ['–', '–', '–', '–']
  const { cpuSeconds, waitedSeconds, memoryBytes, diskBytes } = use
  return [toClock(cpuSeconds), toClock(waitedSeconds), toSize(memoryBytes), toSize(diskBytes)]
}

const narrow: Layout = {
  head: ['task', 'result', 'time'],
  toCells: (id, task) => [id, task.outcome === 'succeeded' ? task.landing : task.outcome, toTime(task)],
  numeric: new Set([2]),
}

const indent = '  '
const gap = '  '

/** A row a task. On narrow terminals reasons move below the rows; on narrower ones there are fewer columns. */
export function toReportTable({ tasks }: Report, place: TablePlace): string {
  const entries = Object.entries(tasks)
  const layout = place.isWide ? withUse : toTableWidth(wide, entries) <= place.columns ? wide : narrow
  const rows = entries.map(([id, task]) => layout.toCells(id, task))
  const widths = toWidths(layout, rows, place.columns)
  const reasons = entries.map(([, task]) => toPlainLine(task.reason ?? ''))
  const isBeside = reasons.every((reason, index) => {
    return (
      reason === '' || toWidth(`${toRow(rows[index] ?? [], widths, layout)}${gap}${reason}`) <= place.columns
    )
  })
  const head = isBeside ? [...layout.head, 'why'] : layout.head
  const lines = entries.flatMap(([, task], index) => {
    const row = toRow(rows[index] ?? [], widths, layout)
    const why = reasons[index] ?? ''
    return withReason(row, why, isBeside, place.columns).map(toColour(task, place.paint))
  })
  return [place.paint.dim(toRow(head, widths, layout)), ...lines].join('\n')
}

function withReason(row: string, why: string, isBeside: boolean, columns: number): string[] {
  if (why === '') return [row.trimEnd()]
  if (isBeside) return [`${row}${gap}${why}`]
  return [row.trimEnd(), ...wrapText(why, columns - 6).map(line => `      ${line}`)]
}

function toTableWidth(layout: Layout, entries: readonly (readonly [string, TaskReport])[]): number {
  const rows = entries.map(([id, task]) => layout.toCells(id, task))
  return toWidth(toRow([], toWidths(layout, rows, Number.POSITIVE_INFINITY), layout))
}

/** As wide as the widest cell of each column; the first column shrinks if the table is too wide. */
function toWidths(layout: Layout, rows: readonly (readonly string[])[], columns: number): number[] {
  const widths = layout.head.map((_, column) => widest([layout.head, ...rows].map(row => row[column] ?? '')))
  const others = widths.slice(1).reduce((sum, width) => sum + width + gap.length, indent.length)
  return [Math.max(4, Math.min(widths[0] as number, columns - others)), ...widths.slice(1)]
}

function toRow(cells: readonly string[], widths: readonly number[], { numeric }: Layout): string {
  const columns = widths.map((width, index) =>
    padColumns(fitColumns(cells[index] ?? '', width), width, numeric.has(index) ? 'left' : 'right'),
  )
  return `${indent}${[...columns, ...cells.slice(widths.length)].join(gap)}`
}

function toTime(task: TaskReport): string {
  return task.startedAt === null ? '–' : toClock(task.seconds)
}

function toColour(task: TaskReport, paint: Paint): (line: string) => string {
  if (task.landing === 'landed' || task.outcome === 'no-changes' || task.rolledBack) return line => line
  return task.outcome === 'blocked' || task.landing === 'held' ? paint.yellow : paint.red
}
