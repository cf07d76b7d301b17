import { sumKnown, toClock, toSpan, tryCostText } from './duration.ts'
import { cutLines, toForecastSentence } from './forecast-lines.ts'
import { toIntegrationLines } from './integration-lines.ts'
import { toNextCommands } from './next-commands.ts'
import type { Report, TaskReport } from './report.ts'
import { toPlainLine } from './text.ts'

/** The report as Markdown: a table of the tasks, how long it took, and what comes next. */
export function toMarkdown(report: Report): string {
  const parts = [
    toHeadline(report),
    toTable(report),
    toForecast(report),
    toTroubles(report),
    toTiming(report),
    toNext(report),
  ]
  return `${parts.filter(part => part !== '').join('\n\n')}\n`
}

/** Words that others wrote, as Markdown that shows them and does nothing else: no markup, links, mentions or references. */
export function toMarkdownText(text: string): string {
  return toPlainLine(text)
    .replace(/[&<>]|[\\`*_{}[\]()#+!|~-]/g, character =>
      '&<>'.includes(character) ? `&#${character.charCodeAt(0)};` : `\\${character}`,
    )
    .replace(/@/g, '@\u200b')
    .replace(/:\/\//g, ':\u200b//')
}

function toHeadline({ plan, run, tasks, integration }: Report): string {
  const all = Object.values(tasks)
  const landed = all.filter(task => task.landing === 'landed').length
  const where = integration.branch === null ? '' : ` on \`${integration.branch}\``
  const tests = integration.tests === 'none' ? 'no integration tests' : `tests ${integration.tests}`
  return `## ${toMarkdownText(plan)}: landed ${landed} of ${all.length}\n\nRun \`${run}\`${where} · ${tests}`
}

function toTable({ tasks }: Report): string {
  const rows = Object.entries(tasks).map(([id, task]) => toRow(id, task))
  return [
    '| task | outcome | landing | tries | time | files | why |',
    '| --- | --- | --- | ---: | ---: | ---: | --- |',
    ...rows,
  ].join('\n')
}

function toRow(id: string, task: TaskReport): string {
  const cells = [
    `\`${id}\``,
    task.outcome,
    task.landing === 'landed' ? '**landed**' : task.landing,
    String(task.attempts),
    task.startedAt === null ? '–' : toClock(task.seconds),
    task.filesChanged === null ? '–' : String(task.filesChanged),
    toMarkdownText(task.reason ?? ''),
  ]
  return `| ${cells.join(' | ')} |`
}

const mostForecasts = 20

function toForecast({ integration }: Report): string {
  const lines = integration.forecast.map(toForecastSentence)
  return cutLines(lines, mostForecasts)
    .map(line => `- forecast: ${toMarkdownText(line)}`)
    .join('\n')
}

function toTroubles({ integration }: Report): string {
  const lines = toIntegrationLines(integration).map(line => `- ${toMarkdownText(line)}`)
  for (const text of [integration.trouble, integration.land.message])
    if (text !== null) lines.push(`- ${toMarkdownText(text)}`)
  return lines.join('\n')
}

function toTiming({ timing, tasks }: Report): string {
  const cost = tryCostText(sumKnown(Object.values(tasks).map(task => task.costUsd)))
  const parts =
    timing.speedup === null
      ? []
      : [
          `${toSpan(timing.wallSeconds)} instead of ${toSpan(timing.taskSeconds)} one after another`,
          `${timing.speedup.toFixed(1)} times as fast`,
          `bound ${toSpan(timing.lowerBoundSeconds)}`,
        ]
  return [...parts, ...(cost === undefined ? [] : [cost])].join(' · ')
}

function toNext(report: Report): string {
  const lines = toNextCommands(report, 'parallel-agents').map(
    ({ command, purpose }) => `${command}   # ${toPlainLine(purpose)}`,
  )
  return lines.length === 0 ? '' : ['### Next', '', '```sh', ...lines, '```'].join('\n')
}
