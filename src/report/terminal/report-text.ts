import type { Report } from '../../model/report.ts'
import { waitsForPerson } from '../../model/task-result.ts'
import { toDeniedLines } from '../text/denied-hosts.ts'
import { toTimeOfDay } from '../text/duration.ts'
import { cutLines, toReportedForecasts } from '../text/forecast-lines.ts'
import { toIntegrationLines, toTestsText } from '../text/integration-lines.ts'
import { toNextCommands } from '../text/next-commands.ts'
import { toResourceLines } from '../text/resource-text.ts'
import { toTaskLines } from '../text/task-lines.ts'
import { padColumns, toPlainLine, toWidth, widest, wrapText } from '../text/text.ts'
import { toTimingText } from '../text/timing-text.ts'
import type { Paint } from './paint.ts'
import { toReportTable } from './report-table.ts'

/** The target of a text. */
export interface Page {
  readonly paint: Paint
  /** Width of the terminal; infinite if lines need no breaks. */
  readonly columns: number
  /** How to call this program, for commands that can be pasted. */
  readonly program: string
  /** Whether the branches were pushed. */
  readonly isPushed?: boolean
  /** What resumes the run. Default: the same command. */
  readonly resume?: string
  /** Whether to show each task's resources. */
  readonly isWide?: boolean
}

/** The report as a table for a terminal, with the next commands. */
export function makeReportText(report: Report, page: Page): string {
  const { paint } = page
  const parts = [
    wrapText(makeHeadline(report, page), page.columns).join('\n'),
    toReportTable(report, page),
    toIndented(toForecast(report), page),
    toIndented(toProblems(report, paint), page),
    toIndented(
      [toTimingText(report), ...toResourceLines(report)].filter(text => text !== ''),
      page,
    ),
    toNextLines(report, page),
  ]
  return parts.filter(part => part !== '').join('\n\n')
}

function makeHeadline(
  report: Report,
  { paint, isPushed = false, resume = 'repeat the same command' }: Page,
): string {
  const { integration } = report
  const tasks = Object.values(report.tasks)
  const landed = tasks.filter(task => task.landing === 'landed').length
  const count = `${landed} of ${tasks.length}`
  if (report.retryAt !== null)
    return paint.yellow(
      `parked · quotas reset at ${toTimeOfDay(report.retryAt, Date.now())} · ${resume} to resume run ${report.run}`,
    )
  if (tasks.some(waitsForPerson))
    return paint.yellow(
      `plans wait for approval · run ${report.run} resumes with the same command once they are approved`,
    )
  if (report.status === 'cancelled') return paint.yellow(`stopped · ${resume} to resume run ${report.run}`)
  if (integration.branch === null) return paint.red(`landed ${count}`) + toTests(report)
  const { done, mode } = integration.land
  const isOpened = done && mode === 'pull-request'
  const branch = isOpened || isPushed ? integration.branch : `${integration.branch} (not pushed)`
  const where = done && mode === 'push' ? `on ${report.target}` : `on ${branch}`
  const text = `landed ${count} ${where}`
  return (report.status === 'landed' ? paint.green(text) : paint.yellow(text)) + toTests(report)
}

function toTests({ integration }: Report): string {
  return ` · ${toTestsText(integration)}`
}

const mostForecasts = 10

function toForecast({ integration }: Report): string[] {
  return cutLines(toReportedForecasts(integration), mostForecasts).map(line => `forecast: ${line}`)
}

/** Lines below each other; lines too wide for the terminal are continued with an indent. */
function toIndented(lines: readonly string[], { columns }: Page): string {
  return lines
    .flatMap(line =>
      wrapText(line, columns - 4).map((part, index) => `${index === 0 ? '  ' : '    '}${part}`),
    )
    .join('\n')
}

function toProblems(report: Report, paint: Paint): string[] {
  const { integration } = report
  const lines = [...toIntegrationLines(integration), ...toTaskLines(report), ...toDeniedLines(report)]
  if (integration.problem !== null) lines.push(paint.red(toPlainLine(integration.problem)))
  if (integration.land.message !== null) lines.push(integration.land.message)
  return lines
}

function toNextLines(report: Report, { paint, columns, program }: Page): string {
  const next = toNextCommands(report, program)
  if (next.length === 0) return ''
  const width = widest(next.map(({ command }) => command))
  const isNarrow = next.some(({ purpose }) => width + toWidth(purpose) + 4 > columns)
  const lines = next.flatMap(({ command, purpose }) =>
    isNarrow
      ? [
          ...wrapText(`# ${purpose}`, columns - 2).map(line => `  ${paint.dim(line)}`),
          `  ${paint.bold(command)}`,
        ]
      : [`  ${paint.bold(padColumns(command, width))}  ${purpose}`],
  )
  return ['next:', ...lines].join('\n')
}
