import { type Command, Option } from 'commander'
import type { Report } from '../../model/report.ts'
import { toMarkdown } from '../../report/markdown/markdown.ts'
import { makeReportText } from '../../report/terminal/report-text.ts'
import type { Terminal } from './terminal.ts'

/** The format of a report: a table by default. */
export interface ReportFormat {
  readonly json?: boolean
  readonly markdown?: boolean
  readonly wide?: boolean
}

export function addFormatOptions(command: Command): Command {
  return command
    .option('--json', 'print the report as JSON on stdout, and nothing else')
    .addOption(new Option('--markdown', 'print the report as Markdown').conflicts('json'))
    .addOption(new Option('--wide', 'show the resources that each task used').conflicts(['json', 'markdown']))
}

export function answerReport(
  terminal: Terminal,
  report: Report,
  { json, markdown, wide = false }: ReportFormat,
): void {
  if (json) terminal.answer(report)
  else
    terminal.answer(
      markdown ? toMarkdown(report).trimEnd() : makeReportText(report, { ...terminal, isWide: wide }),
    )
}
