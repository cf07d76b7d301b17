import type { TaskReport } from '../../model/report.ts'
import type { TaskResult } from '../../model/task-result.ts'
import { toCost, tryCostText, tryUsageOfTasks } from '../text/cost.ts'
import { noValue, type TaskColumn, taskColumns, toColumn, toNumericColumn } from '../text/task-columns.ts'
import { toMarkdownText } from './markdown-text.ts'

/** The longest reason in a row, in characters. */
const longestReason = 1000

const task = toColumn<unknown>('task', id => `\`${id}\``)
const landing = toColumn<TaskReport>('landing', (_, { landing }) =>
  landing === 'landed' ? '**landed**' : landing,
)
const cost = toNumericColumn<TaskResult>(
  'cost',
  result => tryCostText(toCost(tryUsageOfTasks([result]))) ?? noValue,
)
const why = toColumn<Pick<TaskReport, 'reason'>>('why', (_, { reason }) =>
  toMarkdownText((reason ?? '').slice(0, longestReason)),
)

/** The tasks of a report. */
export const reportColumns: readonly TaskColumn<TaskReport>[] = [
  ...Object.values({ ...taskColumns, task, landing }),
  why,
]

const { landing: _, ...unlanded } = taskColumns

/** The results of a job, of which none has landed yet. */
export const laneColumns: readonly TaskColumn<TaskResult>[] = [
  ...Object.values({ ...unlanded, task }),
  cost,
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
