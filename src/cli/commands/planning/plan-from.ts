import { readFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { describePlan } from '../../../commands/describe-plan.ts'
import { planFrom, type WrittenPlan } from '../../../commands/planning/plan-from.ts'
import type { Repository } from '../../../git/repository/open-repository.ts'
import { RefusedError } from '../../../model/refused-error.ts'
import { toPlanText } from '../../../report/terminal/plan-text.ts'
import { toCost, tryCostText } from '../../../report/text/cost.ts'
import { quoteForShell } from '../../../test-output/shell-words.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import { watch } from '../../terminal/watch.ts'
import { runToReport } from '../run-command.ts'
import { writePlanAsIssues } from './plan-as-issues.ts'

export interface FromOptions {
  readonly from?: string
  readonly fromFile?: string
  readonly fromIssues?: string
  readonly agent?: string
  readonly scouts?: number
  readonly out?: string
  readonly run?: boolean
  readonly asIssues?: boolean
  readonly json?: boolean
}

export interface FromCall {
  readonly terminal: Terminal
  readonly repository: Repository
  readonly folder: string
  /** The plan that provides the settings. */
  readonly plan: string | undefined
  readonly options: FromOptions
}

const defaultScouts = 6

/** The options for a plan written by agents. */
export function addFromOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--from <text>',
        'have agents write a plan for this request, with the settings of [plan]',
      ).conflicts(['fromFile', 'only', 'graph']),
    )
    .addOption(
      new Option('--from-file <file>', 'the same for a request in a file').conflicts(['only', 'graph']),
    )
    .option('--agent <agent>', 'with --from: the agent that explores and plans')
    .option(
      '--scouts <agents>',
      `with --from: maximum number of scouts (default: ${defaultScouts})`,
      readScouts,
    )
}

/** Has a plan written, if requested. Returns whether it was. */
export async function planFromRequest(call: FromCall): Promise<boolean> {
  const { terminal, repository, folder, plan, options } = call
  const request = readRequest(call)
  if (request === undefined) return false
  const { agent, scouts = defaultScouts, out } = options
  const written = await watch(terminal, watching =>
    planFrom(repository, {
      request,
      folder,
      settings: plan,
      agent,
      scouts,
      to: out === undefined ? undefined : resolve(folder, out),
      ...watching,
    }),
  )
  await answer(call, written)
  return true
}

/** Undefined: no plan is requested. */
function readRequest({ folder, options }: FromCall): string | undefined {
  const { from, fromFile, fromIssues, agent, scouts, out, run } = options
  if (from === undefined && fromFile === undefined) {
    const lone = Object.entries({ agent, scouts, ...(fromIssues === undefined ? { out, run } : {}) }).find(
      ([, value]) => value !== undefined,
    )
    if (lone !== undefined)
      throw new RefusedError(
        `--${lone[0]} only works with --from or --from-file${fromIssues === undefined && /^(out|run)$/.test(lone[0]) ? ', or --from-issues' : ''}`,
      )
    return undefined
  }
  const text = from ?? readSpecification(resolve(folder, fromFile ?? ''))
  if (text.trim() === '') throw new RefusedError('the request is empty: describe the work')
  return text
}

function readSpecification(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new RefusedError(`${path} cannot be read: ${(error as Error).message}`, { cause: error })
  }
}

async function answer(call: FromCall, { path, checked, usage }: WrittenPlan): Promise<void> {
  const { terminal, repository, folder, options } = call
  const name = relative(folder, path)
  const cost = tryCostText(toCost(usage))
  terminal.narrate(`wrote ${name}${cost === undefined ? '' : ` · planning cost ${cost}`}`)
  if (options.asIssues) await writePlanAsIssues({ terminal, repository, folder, plan: name })
  if (options.run) {
    await runToReport({ terminal, repository, folder, plan: name, options: { json: options.json === true } })
    return
  }
  const overview = await describePlan(repository, checked, undefined)
  if (options.json) terminal.answer({ ...overview, path: name })
  else terminal.answer(toPlanText(overview, terminal.paint))
  terminal.narrate(`review it, then: parallel-agents run ${quoteForShell(name)}`)
}

/** A whole number from 0. */
function readScouts(text: string): number {
  const count = Number(text)
  if (text.trim() === '' || !Number.isInteger(count) || count < 0 || count > 32)
    throw new InvalidArgumentError('Use a whole number from 0 to 32.')
  return count
}
