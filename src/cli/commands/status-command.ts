import type { Command } from 'commander'
import { listStatus, type RunLine } from '../../commands/list-status.ts'
import { type RunStatus, readStatus } from '../../commands/read-status.ts'
import { toFrame } from '../../report/terminal/live-frame.ts'
import { padColumns, widest } from '../../report/text/text.ts'
import { noRunText } from '../../run/opening/claim-run.ts'
import { answerReport, type ReportFormat } from '../terminal/answer-report.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { withRepository } from './with-repository.ts'

interface Options extends ReportFormat {
  readonly all?: boolean
}

type OpenStatus = Exclude<RunStatus, { kind: 'finished' }>

export function addStatusCommand(program: Command, terminal: Terminal): void {
  program
    .command('status [run]')
    .description('show the state of a run (default: the latest)')
    .option('--all', 'list all runs known to this clone')
    .option('--json', 'print as JSON')
    .option('--markdown', 'print the report of a finished run as Markdown')
    .option('--wide', 'show the resources that each task of a finished run used')
    .addHelpText('after', examples)
    .action(async (run: string | undefined, options: Options, command: Command) => {
      await withRepository(command, async repository => {
        if (options.all) {
          const lines = await listStatus(repository)
          return terminal.answer(options.json ? lines : toListText(lines))
        }
        const status = await readStatus(repository, run)
        if (status.kind === 'finished') answerReport(terminal, status.report, options)
        else terminal.answer(options.json ? toJson(status) : toText(status, terminal, Date.now()))
      })
    })
}

function toListText(lines: readonly RunLine[]): string {
  if (lines.length === 0) return noRunText
  const width = widest(lines.map(line => line.status))
  return lines
    .map(({ run, status, plan, landed, tasks }) => {
      const landedText = landed === null ? '' : `  landed ${landed} of ${tasks}  ${plan}`
      return `${run}  ${padColumns(status, width)}${landedText}`.trimEnd()
    })
    .join('\n')
}

function toText(status: OpenStatus, terminal: Terminal, now: number): string {
  const screen = {
    columns: Math.min(terminal.columns, 200),
    rows: Number.POSITIVE_INFINITY,
    paint: terminal.paint,
  }
  const frame = toFrame(status.state, screen, now)
  const end =
    status.kind === 'running'
      ? `running in process ${status.holder.pid} on ${status.holder.host}`
      : `interrupted: resume it with the same "parallel-agents run", or with "parallel-agents run --resume ${status.state.run}"`
  return `${frame}\n\n${end}`
}

function toJson(status: OpenStatus): object {
  const tasks = [...status.state.tasks].map(
    ([id, { startedAt, phase, attempt, percent, message, activity, result, landing }]) => {
      const state = result !== undefined ? 'ended' : startedAt !== undefined ? 'running' : 'waiting'
      const outcome = result?.outcome ?? null
      const facts = { state, outcome, phase: phase ?? null, landing: landing ?? null }
      return [id, { ...facts, attempt, percent, message, activity: activity ?? null }]
    },
  )
  return {
    run: status.state.run,
    status: status.kind,
    tasks: Object.fromEntries(tasks),
    integration: status.state.integration.map(({ text }) => text),
    forecast: status.state.forecast,
  }
}

const examples = `
Examples:
  parallel-agents status
  parallel-agents status 20261120-101500-ab12 --json
  parallel-agents status --all

In another clone, fetch the state first, and the branches where the plan puts them:
  git fetch origin '+refs/parallel-agents/*:refs/parallel-agents/*' '+refs/heads/agents/*:refs/heads/agents/*'`
