import { resolve } from 'node:path'
import { type Command, Option } from 'commander'
import { describePlan } from '../../commands/describe-plan.ts'
import { loadPlan } from '../../commands/load-plan.ts'
import { requireReady } from '../../commands/prepare-run.ts'
import { type RunOptions, resumeNamedRun, runPlan } from '../../commands/run-plan.ts'
import { selectTasks } from '../../commands/select-tasks.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import { toExitCode } from '../../model/exit-code.ts'
import { tryPlainLine } from '../../report/terminal/plain-line.ts'
import { toPlanText } from '../../report/terminal/plan-text.ts'
import { type SandboxChoice, sandboxChoices } from '../../sandbox/sandbox.ts'
import { addFormatOptions, answerReport, type ReportFormat } from '../terminal/answer-report.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { untilDeleted } from '../terminal/until-deleted.ts'
import { type Watch, watch } from '../terminal/watch.ts'
import { readCount, readList } from './arguments.ts'
import { withRepository } from './with-repository.ts'

interface Options extends ReportFormat {
  readonly maxParallel?: number
  readonly only?: readonly string[]
  readonly resume?: string
  readonly new?: boolean
  readonly dryRun?: boolean
  readonly failFast?: boolean
  readonly worktrees?: string
  readonly sandbox?: SandboxChoice
}

export function addRunCommand(program: Command, terminal: Terminal): void {
  addFormatOptions(program.command('run [plan]'))
    .description('run a plan: agents work side by side, their branches are merged in order and tested')
    .option('-p, --max-parallel <agents>', 'agents at once', readCount)
    .option('--only <tasks>', 'only these tasks and what they need, separated by commas', readList)
    .addOption(
      new Option(
        '--resume <run>',
        'go on with this run: do again what did not land (and what a named plan has changed)',
      ).conflicts(['new', 'dryRun']),
    )
    .option(
      '--worktrees <folder>',
      'where the checkouts of agents and tests are (default: beside the repository)',
    )
    .addOption(
      new Option('--sandbox <walls>', 'whether agents, set-up and tests run inside of walls').choices(
        sandboxChoices,
      ),
    )
    .option('--new', 'start a new run even if one of this plan is unfinished')
    .option('--dry-run', 'check everything and show what would be done')
    .option('--keep-going', 'go on with the other tasks when one fails (the default)')
    .addOption(new Option('--fail-fast', 'stop all agents as soon as one task fails').conflicts('keepGoing'))
    .addHelpText('after', examples)
    .action(async (plan: string | undefined, options: Options, command: Command) => {
      await withRepository(command, async (repository, folder) => {
        const work = options.dryRun ? previewRun : runToReport
        await work({ terminal, repository, folder, plan, options })
      })
    })
}

interface Call {
  readonly terminal: Terminal
  readonly repository: Repository
  readonly folder: string
  readonly plan: string | undefined
  readonly options: Options
}

async function runToReport({ terminal, repository, folder, plan, options }: Call): Promise<void> {
  const { report, deletion } = await watch(terminal, watching => {
    const runOptions = { ...toRunOptions(folder, options), ...watching }
    if (options.resume !== undefined) {
      const changed = plan === undefined ? undefined : loadPlan(folder, repository.root, plan)
      return resumeNamedRun(repository, options.resume, changed, runOptions)
    }
    return runPlan(repository, loadPlan(folder, repository.root, plan), runOptions)
  })
  answerReport(terminal, report, options)
  process.exitCode = toExitCode(report)
  await untilDeleted(terminal, deletion)
}

function toRunOptions(folder: string, options: Options): Omit<RunOptions, keyof Watch> {
  return {
    worktrees: options.worktrees === undefined ? undefined : resolve(folder, options.worktrees),
    sandbox: options.sandbox,
    only: options.only ?? [],
    maxParallel: options.maxParallel,
    failFast: options.failFast === true,
    fresh: options.new === true,
  }
}

async function previewRun({ terminal, repository, folder, plan, options }: Call): Promise<void> {
  const loaded = loadPlan(folder, repository.root, plan)
  const checked = options.only === undefined ? loaded : selectTasks(loaded, options.only)
  await requireReady(repository, { ...checked, notices: [] }, event =>
    terminal.narrate(tryPlainLine(event) ?? ''),
  )
  const overview = await describePlan(repository, checked, options.maxParallel)
  terminal.answer(options.json ? JSON.stringify(overview, null, 2) : toPlanText(overview, terminal.paint))
  terminal.narrate('nothing was started (--dry-run)')
}

const examples = `
Examples:
  parallel-agents run                              the plan of this repository
  parallel-agents run plans/migration.yml -p 8     another plan, eight agents at once
  parallel-agents run --only api,docs              two tasks, and what they need
  parallel-agents run --resume 20261120-101500-ab12
  parallel-agents run --json > report.json

The same command again takes up a run that was interrupted.`
