import type { TaskReport } from '../../model/report.ts'
import { toCost, tryCostText, tryUsageOfTasks, type UsageFacts } from './cost.ts'
import { toClock } from './duration.ts'

/** A column in tables of tasks: on the terminal, in pages, in pull requests and in summaries of jobs. */
export interface TaskColumn<T> {
  readonly head: string
  /** Numbers are aligned to the right. */
  readonly isNumeric: boolean
  readonly toCell: (id: string, task: T) => string
}

/** What stands for an unknown or meaningless value. */
export const noValue = '–'

type Ended = Pick<TaskReport, 'outcome' | 'attempts' | 'startedAt' | 'seconds' | 'filesChanged'>

/** The columns that all of these tables have, in this order, for results of tasks as well as for reports. */
export const taskColumns = {
  task: toColumn<unknown>('task', id => id),
  outcome: toColumn<Ended>('outcome', (_, task) => task.outcome),
  landing: toColumn<Pick<TaskReport, 'landing'>>('landing', (_, task) => task.landing),
  tries: toNumericColumn<Ended>('tries', task => String(task.attempts)),
  time: toNumericColumn<Ended>('time', task => (task.startedAt === null ? noValue : toClock(task.seconds))),
  files: toNumericColumn<Ended>('files', task => String(task.filesChanged ?? noValue)),
}

/** The cost of a task's agents, with reviews and retries. */
export const costColumn = toNumericColumn<UsageFacts>('cost', task => tryTaskCost(task) ?? noValue)

/** Whether the cost of any task is known: otherwise the column is left out. */
export function hasCosts(tasks: readonly UsageFacts[]): boolean {
  return tasks.some(task => tryTaskCost(task) !== undefined)
}

function tryTaskCost(task: UsageFacts): string | undefined {
  return tryCostText(toCost(tryUsageOfTasks([task])))
}

export function toColumn<T>(head: string, toCell: TaskColumn<T>['toCell']): TaskColumn<T> {
  return { head, isNumeric: false, toCell }
}

export function toNumericColumn<T>(head: string, toText: (task: T) => string): TaskColumn<T> {
  return { head, isNumeric: true, toCell: (_, task) => toText(task) }
}
