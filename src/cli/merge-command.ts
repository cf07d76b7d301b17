import { type Command, Option } from 'commander'
import { mergeRun } from '../commands/merge-run.ts'
import type { Land } from '../plan/plan.ts'
import { toExitCode } from '../report/exit-code.ts'
import { addFormatOptions, answerReport, type ReportFormat } from './answer-report.ts'
import type { Terminal } from './terminal.ts'
import { watch } from './watch.ts'
import { withRepository } from './with-repository.ts'

interface Options extends ReportFormat {
  readonly land?: Land
}

export function addMergeCommand(program: Command, terminal: Terminal): void {
  addFormatOptions(program.command('merge [run]'))
    .description('merge and test the branches of a run once more, without starting agents')
    .addOption(new Option('--land <where>', 'instead of what the plan says').choices(['none', 'push']))
    .addHelpText('after', examples)
    .action(async (run: string | undefined, options: Options, command: Command) => {
      await withRepository(command, async repository => {
        const report = await watch(terminal, watching =>
          mergeRun(repository, { run, land: options.land, ...watching }),
        )
        answerReport(terminal, report, options)
        process.exitCode = toExitCode(report)
      })
    })
}

const examples = `
Examples:
  parallel-agents merge                 the latest run
  parallel-agents merge --land push     and move the target to the tested result`
