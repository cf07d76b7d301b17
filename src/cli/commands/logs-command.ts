import type { Command } from 'commander'
import { readLog } from '../../commands/read-log.ts'
import { toPlainText } from '../../report/text/text.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { withRepository } from './with-repository.ts'

interface Options {
  readonly run?: string
  readonly follow?: boolean
  readonly raw?: boolean
}

export function addLogsCommand(program: Command, terminal: Terminal): void {
  program
    .command('logs <task>')
    .description('print the output of a task (or of "integration")')
    .option('--run <run>', 'use this run instead of the latest')
    .option('-f, --follow', 'follow the output until the run ends')
    .option('--raw', 'print raw output, including JSON and control characters')
    .addHelpText('after', examples)
    .action(async (name: string, options: Options, command: Command) => {
      await withRepository(command, async repository => {
        const stop = new AbortController()
        process.once('SIGINT', () => stop.abort())
        const { run, follow = false, raw = false } = options
        for await (const line of readLog(repository, { name, run, follow, raw, signal: stop.signal }))
          terminal.relay(raw ? line : toPlainText(line))
      })
    })
}

const examples = `
Examples:
  parallel-agents logs api
  parallel-agents logs api --follow
  parallel-agents logs integration --run 20261120-101500-ab12`
