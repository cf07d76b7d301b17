import type { Command } from 'commander'
import { approvePlan, listWaitingPlans } from '../../commands/approve/approve-plan.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import { RefusedError } from '../../model/refused-error.ts'
import { toPlainText } from '../../report/text/text.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { withRepository } from './with-repository.ts'

interface Options {
  readonly run?: string
  readonly changes?: string
  readonly json?: boolean
}

export function addApproveCommand(program: Command, terminal: Terminal): void {
  program
    .command('approve [task]')
    .description('show the plans that wait for approval (plan-first: { approve: true }), or approve one')
    .option('--run <run>', 'use this run instead of the latest that waits')
    .option('--changes <text>', 'request changes: have it planned again with this feedback')
    .option('--json', 'print as JSON')
    .addHelpText('after', examples)
    .action(async (task: string | undefined, options: Options, command: Command) => {
      requireChanges(task, options)
      await withRepository(command, async repository => {
        const answer = task === undefined ? showPlans : approve
        terminal.answer(await answer({ repository, task: task ?? '', options }))
      })
    })
}

/** Without a text, a plan would be approved by who wants it changed. */
function requireChanges(task: string | undefined, { changes }: Options): void {
  if (changes === undefined) return
  if (changes.trim() === '') throw new RefusedError('`--changes` is empty: say what to change in the plan')
  if (task === undefined)
    throw new RefusedError('`--changes` needs the task: parallel-agents approve <task> --changes "…"')
}

interface Call {
  readonly repository: Repository
  readonly task: string
  readonly options: Options
}

async function approve({ repository, task, options }: Call): Promise<string | object> {
  const { changes = '', json } = options
  const run = await approvePlan(repository, { run: options.run, task, changes })
  if (json) return { run, task }
  const what = changes === '' ? 'approved the plan of' : 'asked for changes to the plan of'
  return `${what} ${task}. If run ${run} has stopped: parallel-agents run --resume ${run}`
}

async function showPlans({ repository, options }: Omit<Call, 'task'>): Promise<string | object> {
  const waiting = await listWaitingPlans(repository, options.run)
  const { run, plans } = waiting
  if (options.json) return waiting
  if (plans.length === 0) return `no plan of run ${run} waits for approval`
  const texts = plans.map(({ task, title, plan }) => {
    const lines = plan.split('\n').map(line => `  ${toPlainText(line)}`)
    return [`${task}: ${toPlainText(title)}`, '', ...lines, ''].join('\n')
  })
  return [...texts, `approve one: parallel-agents approve ${plans[0]?.task} --run ${run}`].join('\n')
}

const examples = `
Examples:
  parallel-agents approve
  parallel-agents approve api
  parallel-agents approve api --changes "keep the old route as well"`
