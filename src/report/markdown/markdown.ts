import type { Report } from '../../model/report.ts'
import { toIntentLines } from '../text/conflict-stories.ts'
import { toDeniedLines } from '../text/denied-hosts.ts'
import { cutLines, toReportedForecasts } from '../text/forecast-lines.ts'
import { toIntegrationLines, toTestsText } from '../text/integration-lines.ts'
import { toNextCommands } from '../text/next-commands.ts'
import { toResourceLines } from '../text/resource-text.ts'
import { toTaskLines } from '../text/task-lines.ts'
import { toPlainLine } from '../text/text.ts'
import { toTimingText } from '../text/timing-text.ts'
import { toMarkdownText } from './markdown-text.ts'
import { toReportColumns, toTableHead, toTableRow } from './task-table.ts'

/** The report as Markdown: a table of the tasks, times, and next steps. */
export function toMarkdown(report: Report): string {
  const columns = toReportColumns(report)
  const rows = Object.entries(report.tasks).map(([id, task]) => toTableRow(columns, id, task))
  const table = [toTableHead(columns), ...rows]
  const problems = toProblemLines(report).join('\n')
  const parts = [
    toHeadline(report),
    table.join('\n'),
    toForecastLines(report).join('\n'),
    problems,

    toTimingText(report),
    toResourceLines(report).join('\n'),
    toNext(report),
  ]
  return `${parts.filter(part => part !== '').join('\n\n')}\n`
}

/** What landed, where, and whether it was tested. */
export function toHeadline({ plan, run, tasks, integration, sandbox }: Report): string {
  const all = Object.values(tasks)
  const landed = all.filter(task => task.landing === 'landed').length
  const where = integration.branch === null ? '' : ` on \`${integration.branch}\``
  const kind = sandbox === undefined ? '' : sandbox === 'none' ? ' · no sandbox' : ` · sandbox: ${sandbox}`
  return `## ${toMarkdownText(plan)}: landed ${landed} of ${all.length}\n\nRun \`${run}\`${where} · ${toTestsText(integration)}${kind}`
}

const mostForecasts = 20

/** Forecast conflicts, a list item each. */
function toForecastLines({ integration }: Report): string[] {
  const lines = toReportedForecasts(integration)
  return cutLines(lines, mostForecasts).map(line => `- forecast: ${toMarkdownText(line)}`)
}

/** Problems of the merge, a list item each. */
export function toProblemLines(report: Report): string[] {
  const { integration } = report
  const texts = [
    ...toIntegrationLines(integration),
    ...toIntentLines(report),
    ...toTaskLines(report),
    ...toDeniedLines(report),
  ]
  const lines = texts.map(line => `- ${toMarkdownText(line)}`)
  const { done, message } = integration.land
  for (const text of [integration.problem, done ? null : message]) // the headline already says what is done
    if (text !== null) lines.push(`- ${toMarkdownText(text)}`)
  return lines
}

function toNext(report: Report): string {
  const lines = toNextCommands(report, 'parallel-agents').map(
    ({ command, purpose }) => `${command}   # ${toPlainLine(purpose)}`,
  )
  return lines.length === 0 ? '' : ['### Next', '', '```sh', ...lines, '```'].join('\n')
}
