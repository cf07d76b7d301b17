import type { Report, TaskReport } from '../../model/report.ts'
import { toIntentLines } from '../text/conflict-stories.ts'
import { toDeniedLines } from '../text/denied-hosts.ts'
import { toClock } from '../text/duration.ts'
import { cutLines, toForecastSentence } from '../text/forecast-lines.ts'
import { toIntegrationLines, toTestsText } from '../text/integration-lines.ts'
import { toNextCommands } from '../text/next-commands.ts'
import { toResourceLines } from '../text/resource-text.ts'
import { toTaskLines } from '../text/task-lines.ts'
import { toPlainLine } from '../text/text.ts'
import { toTimingText } from '../text/timing-text.ts'

/** The report as Markdown: a table of the tasks, times, and next steps. */
export function toMarkdown(report: Report): string {
  const table = [taskTableHead, ...Object.entries(report.tasks).map(([id, task]) => toTaskRow(id, task))]
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

/** Foreign text as Markdown without effect: no markup, links, mentions or references. */
export function toMarkdownText(text: string): string {
  return toPlainLine(text)
    .replace(/[&<>]|[\\`*_{}[\]()#+!|~$-]/g, character =>
      '&<>'.includes(character) ? `&#${character.charCodeAt(0)};` : `\\${character}`,
    )
    .replace(/@/g, '@\u200b')
    .replace(/:\/\//g, ':\u200b//')
    .replace(/\b(www)\./gi, '$1\u200b.')
    .replace(/\\#(?=\d)/g, '\\#\u200b')
}

/** What landed, where, and whether it was tested. */
export function toHeadline({ plan, run, tasks, integration, sandbox }: Report): string {
  const all = Object.values(tasks)
  const landed = all.filter(task => task.landing === 'landed').length
  const where = integration.branch === null ? '' : ` on \`${integration.branch}\``
  const kind = sandbox === undefined ? '' : sandbox === 'none' ? ' · no sandbox' : ` · sandbox: ${sandbox}`
  return `## ${toMarkdownText(plan)}: landed ${landed} of ${all.length}\n\nRun \`${run}\`${where} · ${toTestsText(integration)}${kind}`
}

/** The head of a table of tasks. */
export const taskTableHead = [
  '| task | outcome | landing | tries | time | files | why |',
  '| --- | --- | --- | ---: | ---: | ---: | --- |',
].join('\n')

/** The longest reason in a row, in characters. */
const longestReason = 1000

export function toTaskRow(id: string, task: TaskReport): string {
  const cells = [
    `\`${id}\``,
    task.outcome,
    task.landing === 'landed' ? '**landed**' : task.landing,
    String(task.attempts),
    task.startedAt === null ? '–' : toClock(task.seconds),
    task.filesChanged === null ? '–' : String(task.filesChanged),
    toMarkdownText((task.reason ?? '').slice(0, longestReason)),
  ]
  return `| ${cells.join(' | ')} |`
}

const mostForecasts = 20

/** Forecast conflicts, a list item each. */
export function toForecastLines({ integration }: Report): string[] {
  const lines = integration.forecast.map(toForecastSentence)
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
  for (const text of [integration.trouble, done ? null : message]) // the headline already says what is done
    if (text !== null) lines.push(`- ${toMarkdownText(text)}`)
  return lines
}

function toNext(report: Report): string {
  const lines = toNextCommands(report, 'parallel-agents').map(
    ({ command, purpose }) => `${command}   # ${toPlainLine(purpose)}`,
  )
  return lines.length === 0 ? '' : ['### Next', '', '```sh', ...lines, '```'].join('\n')
}
