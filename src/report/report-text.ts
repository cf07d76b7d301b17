import { sumKnown, toClock, toSpan, tryCostText } from './duration.ts'
import { toNextCommands } from './next-commands.ts'
import type { Paint } from './paint.ts'
import type { Report, TaskReport } from './report.ts'
import { fitColumns, padColumns, toCount, toPlainLine, widest } from './text.ts'

/** What a text is made for. */
export interface Page {
  readonly paint: Paint
  /** Width of the terminal; infinite where lines are not cut. */
  readonly columns: number
}

/** The report as a table for a terminal, with the commands that come next. */
export function toReportText(report: Report, { paint, columns }: Page): string {
  const parts = [
    toHeadline(report, paint),
    toTable(report, { paint, columns }),
    toTroubles(report, paint),
    toTimingLine(report),
    toNextLines(report, paint),
  ]
  return parts.filter(part => part !== '').join('\n\n')
}

function toHeadline(report: Report, paint: Paint): string {
  const { integration } = report
  const tasks = Object.values(report.tasks)
  const landed = tasks.filter(task => task.landing === 'landed').length
  const count = `${landed} of ${tasks.length}`
  if (report.status === 'cancelled')
    return paint.yellow(`stopped · run ${report.run} can go on: run the same command again`)
  if (integration.branch === null) return paint.red(`landed ${count}`) + toTests(report)
  const isPlaced = integration.land.done && integration.land.mode === 'push'
  const where = isPlaced ? `on ${report.target}` : `on ${integration.branch} (not pushed)`
  const text = `landed ${count} ${where}`
  return (report.status === 'landed' ? paint.green(text) : paint.yellow(text)) + toTests(report)
}

function toTests({ integration }: Report): string {
  if (integration.tests === 'none') return ' · no integration tests'
  return ` · tests ${integration.tests} (${toCount(integration.testRuns, 'run')})`
}

function toTable(report: Report, { paint, columns }: Page): string {
  const entries = Object.entries(report.tasks)
  const rows = [
    ['task', 'outcome', 'landing', 'tries', 'time', 'files', 'why'],
    ...entries.map(([id, task]) => toCells(id, task)),
  ]
  const widths = [0, 1, 2, 3, 4, 5].map(column => widest(rows.map(row => row[column] ?? '')))
  const lines = rows.map(row => fitColumns(toRow(row, widths), columns))
  return lines
    .map((line, index) => (index === 0 ? paint.dim(line) : toColoured(line, entries[index - 1]?.[1], paint)))
    .join('\n')
}

function toCells(id: string, task: TaskReport): string[] {
  const files = task.filesChanged === null ? '–' : String(task.filesChanged)
  const time = task.startedAt === null ? '–' : toClock(task.seconds)
  return [id, task.outcome, task.landing, String(task.attempts), time, files, toPlainLine(task.reason ?? '')]
}

const numeric = new Set([3, 4, 5])

function toRow(cells: readonly string[], widths: readonly number[]): string {
  const columns = widths.map((width, index) =>
    padColumns(cells[index] ?? '', width, numeric.has(index) ? 'left' : 'right'),
  )
  return `  ${[...columns, cells.at(-1)].join('  ')}`.trimEnd()
}

function toColoured(line: string, task: TaskReport | undefined, paint: Paint): string {
  if (task?.landing === 'landed' || task?.outcome === 'no-changes') return line
  return task?.outcome === 'blocked' || task?.landing === 'held' ? paint.yellow(line) : paint.red(line)
}

function toTroubles({ integration }: Report, paint: Paint): string {
  const lines = integration.conflicts.map(
    ({ task, path, resolution }) => `conflict: ${task} in ${path} (${resolution})`,
  )
  if (integration.trouble !== null) lines.push(paint.red(toPlainLine(integration.trouble)))
  if (integration.land.message !== null) lines.push(integration.land.message)
  return lines.map(line => `  ${line}`).join('\n')
}

function toTimingLine({ timing, tasks }: Report): string {
  const parts: string[] = []
  if (timing.speedup !== null) {
    const factor = `${timing.speedup.toFixed(1)} times as fast; bound ${toSpan(timing.lowerBoundSeconds)}`
    parts.push(
      `${toSpan(timing.wallSeconds)} instead of ${toSpan(timing.taskSeconds)} one after another (${factor})`,
    )
  }
  const cost = tryCostText(sumKnown(Object.values(tasks).map(task => task.costUsd)))
  if (cost !== undefined) parts.push(cost)
  return parts.length === 0 ? '' : `  ${parts.join(' · ')}`
}

function toNextLines(report: Report, paint: Paint): string {
  const next = toNextCommands(report)
  if (next.length === 0) return ''
  const width = widest(next.map(({ command }) => command))
  return [
    'next:',
    ...next.map(({ command, purpose }) => `  ${paint.bold(padColumns(command, width))}  ${purpose}`),
  ].join('\n')
}
