import type { Report, TaskReport } from '../../model/report.ts'
import type { TaskResult } from '../../model/task-result.ts'
import { toReasonText } from '../text/reason.ts'
import { costColumn, hasCosts, type TaskColumn, taskColumns, toColumn } from '../text/task-columns.ts'
import { toMarkdownText } from './markdown-text.ts'

/** The longest reason in a row, in characters. */
const longestReason = 1000

const task = toColumn<unknown>('task', id => `\`${id}\``)
const landing = toColumn<TaskReport>('landing', (_, { landing }) =>
  landing === 'landed' ? '**landed**' : landing,
)
const why = toColumn<Parameters<typeof toReasonText>[0]>('why', (_, task) =>
  toMarkdownText(toReasonText(task).slice(0, longestReason)),
)

/** The tasks of a report. */
export function toReportColumns({ tasks }: Report): readonly TaskColumn<TaskReport>[] {
  const costs = hasCosts(Object.values(tasks)) ? [costColumn] : []
  return [...Object.values({ ...taskColumns, task, landing }), ...costs, why]
}

const { landing: _, ...unlanded } = taskColumns

/** The results of a job, of which none has landed yet. */
export const laneColumns: readonly TaskColumn<TaskResult>[] = [
  ...Object.values({ ...unlanded, task }),
  costColumn,
  why,
]

/** The first two lines of a Markdown table. */
export function toTableHead<T>(columns: readonly TaskColumn<T>[]): string {
  const rules = columns.map(({ isNumeric }) => (isNumeric ? '---:' : '---'))
  return `${toCells(columns.map(({ head }) => head))}\n${toCells(rules)}`
}

export function toTableRow<T>(columns: readonly TaskColumn<T>[], id: string, task: T): string {
  return toCells(columns.map(({ toCell }) => toCell(id, task)))
}

function toCells(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}
