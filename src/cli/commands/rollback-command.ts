import type { Command } from 'commander'
import { type Rollback, rollbackTask } from '../../commands/rollback-task.ts'
import { toReportText } from '../../report/terminal/report-text.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { watch } from '../terminal/watch.ts'
import { withRepository } from './with-repository.ts'

interface Options {
  readonly run?: string
  readonly dryRun?: boolean
  readonly json?: boolean
}

export function addRollbackCommand(program: Command, terminal: Terminal): void {
  program
    .command('rollback <task>')
    .description('take a task that landed, and all that builds on it, out again')
    .option('--run <run>', 'of this run instead of the latest')
    .option('--dry-run', 'only show what would go')
    .option('--json', 'print it as JSON')
    .addHelpText('after', examples)
    .action(async (task: string, options: Options, command: Command) => {
      await withRepository(command, async repository => {
        const { run, dryRun = false } = options
        const rollback = await watch(terminal, watching =>
          rollbackTask(repository, { task, run, dryRun, ...watching }),
        )
        terminal.answer(options.json ? JSON.stringify(rollback, null, 2) : toText(rollback, terminal))
      })
    })
}

function toText({ tasks, way, target, report }: Rollback, terminal: Terminal): string {
  const names = tasks.join(', ')
  const how =
    way === 'rebuild'
      ? 'the integration branch is made anew without it'
      : `${target} has it already and gets revert commits: nothing is rewritten`
  if (report === undefined) return `would take out: ${names}\n${how}\nnothing was changed (--dry-run)`
  return `took out: ${names}\n${how}\n\n${toReportText(report, terminal)}`
}

const examples = `
Examples:
  parallel-agents rollback api --dry-run
  parallel-agents rollback api
  parallel-agents rollback api --run 20261120-101500-ab12`
