import { existsSync, writeFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import type { Command } from 'commander'
import { describePlan } from '../../../commands/describe-plan.ts'
import { askAuthors, toApproveAgain } from '../../../commands/from-issues/ask-authors.ts'
import { type PlanFromIssues, planFromIssues } from '../../../commands/from-issues/plan-from-issues.ts'
import { readPlanSettings } from '../../../commands/from-issues/plan-settings.ts'
import { connectToGitHub } from '../../../commands/github/connect.ts'
import { loadPlan } from '../../../commands/load-plan.ts'
import type { Repository } from '../../../git/repository/open-repository.ts'
import { RefusedError } from '../../../model/refused-error.ts'
import { toPlanText } from '../../../report/terminal/plan-text.ts'
import { toPlainLine } from '../../../report/text/text.ts'
import { quoteForShell } from '../../../test-output/shell-words.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import { runToReport } from '../run-command.ts'

export interface FromIssuesOptions {
  readonly fromIssues?: string
  readonly out?: string
  readonly ask?: boolean
  readonly run?: boolean
  readonly json?: boolean
}

export function addFromIssuesOptions(command: Command): Command {
  return command
    .option('--from-issues <query>', "write a plan from issues, such as 'label:agent state:open' or '12 14'")
    .option('--ask', 'with --from-issues: comment on issues that lack information')
}

export interface FromIssuesCall {
  readonly terminal: Terminal
  readonly repository: Repository
  readonly folder: string
  /** A plan that provides the settings, without its tasks. */
  readonly plan: string | undefined
  readonly query: string
  readonly options: FromIssuesOptions
}

const defaultOut = 'issues.yml'

/** `plan --from-issues`: writes the plan to a file, reports skipped issues with the reasons, and runs it on request. */
export async function writePlanFromIssues(call: FromIssuesCall): Promise<void> {
  const { terminal, repository, folder, plan, query, options } = call
  const path = resolve(folder, options.out ?? defaultOut)
  if (existsSync(path))
    throw new RefusedError(
      `${relative(folder, path)} already exists: remove it, or name another file with --out`,
    )
  const github = connectToGitHub(repository, process.env as Record<string, string>)
  const settings = plan === undefined ? undefined : readPlanSettings(resolve(folder, plan))
  const made = await planFromIssues({ repository, github, query, settings, findWork: async () => undefined })
  const asked = options.ask ? await askAuthors(github, made.left, toNext(made)) : []
  narrate(terminal, made, asked)
  if (made.text === undefined) return answerNothing(terminal, made, options)
  writeFileSync(path, made.text, { flag: 'wx' })
  const name = relative(folder, path)
  if (options.run)
    return runToReport({ terminal, repository, folder, plan: name, options: { json: options.json === true } })
  await answer(call, name, made)
}

/** Without a label, nothing approves: the command can be repeated. */
function toNext({ label }: PlanFromIssues): string {
  return label === undefined ? '' : toApproveAgain(label)
}

function narrate(terminal: Terminal, { left, notices }: PlanFromIssues, asked: readonly number[]): void {
  for (const { number, title, reason } of left)
    terminal.narrate(toPlainLine(`left out: #${number} ${title}: ${reason}`))
  for (const notice of notices) terminal.narrate(toPlainLine(`notice: ${notice}`))
  if (asked.length > 0) terminal.narrate(`asked on ${asked.map(number => `#${number}`).join(', ')}`)
}

function answerNothing(terminal: Terminal, { left }: PlanFromIssues, { json }: FromIssuesOptions): void {
  if (json) terminal.answer({ version: 1, file: null, tasks: [], left })
  else terminal.narrate('no plan was written: none of these issues can become a task now')
  process.exitCode = left.length > 0 ? 1 : 0
}

/** Checked like any plan, so that problems are reported by line: the file can be corrected. */
async function answer(
  { terminal, repository, folder, options }: FromIssuesCall,
  name: string,
  { tasks, left, notices }: PlanFromIssues,
): Promise<void> {
  terminal.narrate(`wrote ${name}`)
  const checked = loadPlan(folder, repository.root, name)
  if (options.json) {
    const shown = tasks.map(({ id, issue, needs, files, test }) => ({
      id,
      issue: issue.number,
      needs,
      files,
      test: test ?? null,
    }))
    return terminal.answer({ version: 1, file: name, tasks: shown, left, notices })
  }
  terminal.answer(toPlanText(await describePlan(repository, checked, undefined), terminal.paint))
  terminal.narrate(`next: read ${name}, then "parallel-agents run ${quoteForShell(name)}"`)
}
