import { relative, resolve } from 'node:path'
import { type Command, Option } from 'commander'
import { describePlan } from '../../commands/describe-plan.ts'
import { findEarlierRuns } from '../../commands/earlier-runs.ts'
import type { FinishedRun } from '../../commands/finish-run.ts'
import { type LoadedPlan, loadPlan } from '../../commands/load-plan.ts'
import { requireReady } from '../../commands/prepare-run.ts'
import { fillPrompts } from '../../commands/prompts/fill-prompts.ts'
import { type RunOptions, resumeNamedRun, runPlan } from '../../commands/run-plan.ts'
import { selectTasks } from '../../commands/select-tasks.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import { toExitCode } from '../../model/exit-code.ts'
import { RefusedError } from '../../model/refused-error.ts'
import { tryPlainLine } from '../../report/terminal/plain-line.ts'
import { toPlanText } from '../../report/terminal/plan-text.ts'
import { expandHome } from '../../run/checkouts-folder.ts'
import { type SandboxChoice, sandboxChoices } from '../../sandbox/sandbox.ts'
import { quoteForShell } from '../../test-output/shell-words.ts'
import { addFormatOptions, answerReport, type ReportFormat } from '../terminal/answer-report.ts'
import { canAsk } from '../terminal/ask.ts'
import { askAboutEarlierRun } from '../terminal/ask-about-earlier-run.ts'
import { askAboutPlans } from '../terminal/ask-about-plans.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { untilDeleted } from '../terminal/until-deleted.ts'
import { type Watch, watch } from '../terminal/watch.ts'
import { readCountArgument, readList } from './arguments.ts'
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
    .description('run a plan: agents work in parallel, their branches are merged in order and tested')
    .option('-p, --max-parallel <agents>', 'maximum number of agents at once', readCountArgument)
    .option(
      '--only <tasks>',
      'only these tasks and what they need; with --resume also what builds on them; comma-separated',
      readList,
    )
    .addOption(
      new Option(
        '--resume <run>',
        'resume this run: redo tasks that did not land (and those that a named plan has changed)',
      ).conflicts(['new', 'dryRun']),
    )
    .option(
      '--worktrees <folder>',
      'folder for the checkouts of agents and tests (default: beside the repository)',
    )
    .addOption(
      new Option('--sandbox <mode>', 'whether agents, setup and tests run in a sandbox').choices(
        sandboxChoices,
      ),
    )
    .option('--new', 'start a new run even if this plan has an unfinished one')
    .option('--dry-run', 'check everything and show what would be done')
    .option('--keep-going', 'continue with the other tasks when one fails (default)')
    .addOption(new Option('--fail-fast', 'stop all agents as soon as one task fails').conflicts('keepGoing'))
    .addHelpText('after', examples)
    .action(async (plan: string | undefined, options: Options, command: Command) => {
      await withRepository(command, async (repository, folder) => {
        const work = options.dryRun ? previewRun : runToReport
        await work({ terminal, repository, folder, plan, options })
      })
    })
}

export interface RunCall {
  readonly terminal: Terminal
  readonly repository: Repository
  readonly folder: string
  readonly plan: string | undefined
  readonly options: Options
}

/** Runs a plan, prints its report and sets the exit code. */
export async function runToReport(call: RunCall): Promise<void> {
  const { terminal, repository, options } = call
  const start = await chooseStart(call)
  let { report, deletion } = await runOnce(call, start)
  while (!options.json && canAsk() && (await askAboutPlans(terminal, repository, report))) {
    await untilDeleted(terminal, deletion)
    const next = start.run === undefined ? { ...start, fresh: false } : start
    ;({ report, deletion } = await runOnce(call, next))
  }
  answerReport(terminal, report, options)
  process.exitCode = toExitCode(report)
  await untilDeleted(terminal, deletion)
}

function runOnce(call: RunCall, start: Start): Promise<FinishedRun> {
  const { terminal, repository } = call
  return watch(terminal, watching => {
    const runOptions = { ...readRunOptions(call, start), ...watching }
    if (start.run !== undefined) return resumeNamedRun(repository, start.run, start.checked, runOptions)
    return runPlan(repository, start.checked, runOptions)
  })
}

/** A run to resume, or a plan to start with. */
type Start =
  | { readonly run: string; readonly checked: LoadedPlan | undefined; readonly fresh: false }
  | { readonly run: undefined; readonly checked: LoadedPlan; readonly fresh: boolean }

/** According to the options; if the plan changed since an unfinished run, the user's choice. */
async function chooseStart({ terminal, repository, folder, plan, options }: RunCall): Promise<Start> {
  const load = () => loadFilled(repository, folder, plan)
  const { resume, new: isNew = false, json, only = [] } = options
  if (resume !== undefined)
    return { run: resume, checked: plan === undefined ? undefined : await load(), fresh: false }
  const start = { run: undefined, checked: await load(), fresh: isNew }
  if (isNew || json || !canAsk()) return start
  const [earlier] = await findEarlierRuns(repository, start.checked, only)
  if (earlier === undefined) return start
  const choice = await askAboutEarlierRun(terminal, earlier)
  if (choice === 'stop') throw new RefusedError('nothing was started')
  return choice === 'new' ? { ...start, fresh: true } : { run: earlier, checked: start.checked, fresh: false }
}

/** A plan with prompts from issues and commands. */
function loadFilled(repository: Repository, folder: string, plan: string | undefined): Promise<LoadedPlan> {
  const env = process.env as Record<string, string>
  return fillPrompts(loadPlan(folder, repository.root, plan), repository, env)
}

function readRunOptions(
  { terminal, folder, plan, options }: RunCall,
  { checked, fresh }: Start,
): Omit<RunOptions, keyof Watch> {
  const name = plan ?? relative(folder, checked?.path ?? folder)
  return {
    callerLandsOn: undefined,
    longestQuotaWaitMs: undefined,
    worktrees:
      options.worktrees === undefined
        ? undefined
        : resolve(folder, expandHome(options.worktrees, process.env as Record<string, string>)),
    sandbox: options.sandbox,
    only: options.only ?? [],
    maxParallel: options.maxParallel,
    failFast: options.failFast === true,
    fresh,
    toResume: run => `${terminal.program} run ${quoteForShell(name)} --resume ${run}`,
  }
}

async function previewRun({ terminal, repository, folder, plan, options }: RunCall): Promise<void> {
  const loaded = await loadFilled(repository, folder, plan)
  const checked = options.only === undefined ? loaded : selectTasks(loaded, options.only)
  await requireReady(repository, { ...checked, notices: [] }, event =>
    terminal.narrate(tryPlainLine(event) ?? ''),
  )
  const overview = await describePlan(repository, checked, options.maxParallel)
  terminal.answer(options.json ? overview : toPlanText(overview, terminal.paint))
  terminal.narrate('nothing was started (--dry-run)')
}

const examples = `
Examples:
  parallel-agents run                              the plan of this repository
  parallel-agents run plans/migration.yml -p 8     another plan, eight agents at once
  parallel-agents run --only api,docs              two tasks, and what they need
  parallel-agents run --resume 20261120-101500-ab12
  parallel-agents run --json > report.json

Repeat the command to resume an interrupted run.`
