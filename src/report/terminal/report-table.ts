import type { Report, TaskReport } from '../../model/report.ts'
import { toClock } from '../text/duration.ts'
import { toReasonText } from '../text/reason.ts'
import { toSize } from '../text/resource-text.ts'
import {
  costColumn,
  hasCosts,
  noValue,
  type TaskColumn,
  taskColumns,
  toColumn,
  toNumericColumn,
} from '../text/task-columns.ts'
import { fitColumns, padColumns, toPlainLine, toWidth, widest, wrapText } from '../text/text.ts'
import type { Paint } from './paint.ts'

interface TablePlace {
  /** Whether there are columns for resources. */
  readonly isWide?: boolean
  readonly paint: Paint
  /** Width of the terminal; infinite if lines need no breaks. */
  readonly columns: number
}

type Columns = readonly TaskColumn<TaskReport>[]

const { task, time } = taskColumns

/** Each task's resources. */
const useColumns: Columns = [
  toUseColumn('cpu', ({ cpuSeconds }) => toClock(cpuSeconds)),
  toUseColumn('waited', ({ waitedSeconds }) => toClock(waitedSeconds)),
  toUseColumn('memory', ({ memoryBytes }) => toSize(memoryBytes)),
  toUseColumn('disk', ({ diskBytes }) => toSize(diskBytes)),
]

type Use = NonNullable<TaskReport['resources']>

function toUseColumn(head: string, toText: (use: Use) => string): TaskColumn<TaskReport> {
  return toNumericColumn(head, ({ resources }) => (resources === null ? noValue : toText(resources)))
}

const narrow: Columns = [
  task,
  toColumn('result', (_, { outcome, landing }) => (outcome === 'succeeded' ? landing : outcome)),
  time,
]

const indent = '  '
const gap = '  '

/** A row a task. On narrow terminals reasons move below the rows; on narrower ones there are fewer columns. */
export function toReportTable({ tasks }: Report, place: TablePlace): string {
  const entries = Object.entries(tasks)
  const costs = hasCosts(Object.values(tasks)) ? [costColumn] : []
  const wide: Columns = [...Object.values(taskColumns), ...costs]
  const fitting = toTableWidth(wide, entries) <= place.columns ? wide : narrow
  const layout = place.isWide ? [...wide, ...useColumns] : fitting
  const rows = entries.map(([id, task]) => toCells(layout, id, task))
  const widths = toWidths(layout, rows, place.columns)
  const reasons = entries.map(([, task]) => toPlainLine(toReasonText(task)))
  const isBeside = reasons.every((reason, index) => {
    return (
      reason === '' || toWidth(`${toRow(rows[index] ?? [], widths, layout)}${gap}${reason}`) <= place.columns
    )
  })
  const head = isBeside ? [...toHeads(layout), 'why'] : toHeads(layout)
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

function toHeads(layout: Columns): string[] {
  return layout.map(({ head }) => head)
}

function toCells(layout: Columns, id: string, task: TaskReport): string[] {
  return layout.map(({ toCell }) => toCell(id, task))
}

function toTableWidth(layout: Columns, entries: readonly (readonly [string, TaskReport])[]): number {
  const rows = entries.map(([id, task]) => toCells(layout, id, task))
  return toWidth(toRow([], toWidths(layout, rows, Number.POSITIVE_INFINITY), layout))
}

/** As wide as the widest cell of each column; the first column shrinks if the table is too wide. */
function toWidths(layout: Columns, rows: readonly (readonly string[])[], columns: number): number[] {
  const widths = layout.map(({ head }, column) => widest([head, ...rows.map(row => row[column] ?? '')]))
  const others = widths.slice(1).reduce((sum, width) => sum + width + gap.length, indent.length)
  return [Math.max(4, Math.min(widths[0] as number, columns - others)), ...widths.slice(1)]
}

function toRow(cells: readonly string[], widths: readonly number[], layout: Columns): string {
  const columns = widths.map((width, index) =>
    padColumns(fitColumns(cells[index] ?? '', width), width, layout[index]?.isNumeric ? 'left' : 'right'),
  )
  return `${indent}${[...columns, ...cells.slice(widths.length)].join(gap)}`
}

function toColour(task: TaskReport, paint: Paint): (line: string) => string {
  if (task.landing === 'landed' || task.outcome === 'no-changes' || task.rolledBack) return line => line
  return task.outcome === 'blocked' || task.landing === 'held' ? paint.yellow : paint.red
}
