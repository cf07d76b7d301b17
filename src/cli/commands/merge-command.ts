import { type Command, Option } from 'commander'
import { mergeRun, resolveByHand } from '../../commands/merge-run.ts'
import type { HandWork } from '../../integration/chain/resolve-by-hand.ts'
import { toExitCode } from '../../model/exit-code.ts'
import type { Land } from '../../model/plan.ts'
import { addFormatOptions, answerReport, type ReportFormat } from '../terminal/answer-report.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { untilDeleted } from '../terminal/until-deleted.ts'
import { watch } from '../terminal/watch.ts'
import { withRepository } from './with-repository.ts'

interface Options extends ReportFormat {
  readonly land?: Land
  readonly resolve?: string
  readonly continue?: boolean
  readonly because?: string
}

export function addMergeCommand(program: Command, terminal: Terminal): void {
  addFormatOptions(program.command('merge [run]'))
    .description('merge and test the branches of a run again, without starting agents')
    .addOption(new Option('--land <where>', 'override `land:` of the plan').choices(['none', 'push']))
    .addOption(
      new Option('--resolve <task>', 'check out the conflicts of a task, to resolve them by hand').conflicts([
        'continue',
        'land',
      ]),
    )
    .option('--continue', 'use the manual resolution, then merge and test')
    .option('--because <reason>', 'with --continue: why the resolution may drop content')
    .addHelpText('after', examples)
    .action(async (run: string | undefined, options: Options, command: Command) => {
      if (options.because !== undefined && !options.continue)
        command.error('error: --because only works with --continue')
      await withRepository(command, async repository => {
        if (options.resolve !== undefined) {
          const task = options.resolve
          const work = await watch(terminal, watching =>
            resolveByHand(repository, { run, task, ...watching }),
          )
          return terminal.answer(options.json ? work : toText(work))
        }
        const { report, deletion } = await watch(terminal, watching =>
          mergeRun(repository, { run, land: options.land, byHand: toByHand(options), ...watching }),
        )
        answerReport(terminal, report, options)
        process.exitCode = toExitCode(report)
        await untilDeleted(terminal, deletion)
      })
    })
}

function toByHand({ continue: goOn, because }: Options) {
  return goOn ? ({ kind: 'continue', because } as const) : undefined
}

function toText({ run, task, folder, paths, answered }: HandWork): string {
  const done = answered.map(({ path, by }) => `resolved already: ${path} (${by})\n`).join('')
  return `the merge of ${task} is checked out in ${folder}
${done}resolve the conflicts in ${paths.join(', ')} there (files without markers: "git add" keeps, "git rm" deletes), then:
  parallel-agents merge ${run} --continue`
}

const examples = `
Examples:
  parallel-agents merge                 the latest run
  parallel-agents merge --land push     and move the target to the tested result
  parallel-agents merge --resolve api   check out its conflicts, to resolve them by hand
  parallel-agents merge --continue      use that resolution, then merge and test`
