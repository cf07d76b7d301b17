import { resolve } from 'node:path'
import type { Command } from 'commander'
import { type Compiled, compilePlan, writeCompiled } from '../../../commands/compile/compile-plan.ts'
import { loadPlan } from '../../../commands/load-plan.ts'
import type { Repository } from '../../../git/repository/open-repository.ts'
import { toPlainLine } from '../../../report/text/text.ts'
import { quoteForShell } from '../../../test-output/shell-words.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import { withRepository } from '../with-repository.ts'

interface Options {
  readonly check?: boolean
  readonly out?: string
  readonly runner?: string
  readonly json?: boolean
}

export function addCompileCommand(program: Command, terminal: Terminal): void {
  program
    .command('compile [plan]')
    .description(
      'write a workflow for GitHub Actions from a plan, with a job for each task and its prerequisites as `needs`',
    )
    .option('--check', 'write nothing: exit code 1 if the workflow is out of date')
    .option('--out <file>', 'the workflow (default: .github/workflows/agents-<plan>.yml)')
    .option('--runner <labels>', 'where agents and tests run (default: as in the file, else ubuntu-latest)')
    .option('--json', 'print as JSON')
    .addHelpText('after', examples)
    .action(async (plan: string | undefined, options: Options, command: Command) => {
      await withRepository(command, async (repository, folder) => {
        const { out, runner } = options
        const compiled = await compilePlan(repository, {
          plan: loadPlan(folder, repository.root, plan),
          to: out === undefined ? undefined : resolve(folder, out),
          runner,
          version: program.version() ?? '',
        })
        if (options.check) check(terminal, compiled, plan, options)
        else write(repository, terminal, compiled, options)
      })
    })
}

function write(repository: Repository, terminal: Terminal, compiled: Compiled, { json }: Options): void {
  const { path, text, before } = compiled
  const isCurrent = before === text
  if (!isCurrent) writeCompiled(repository, compiled)
  const words = isCurrent ? `${path} is up to date` : `wrote ${path}`
  terminal.answer(json ? { path, changed: !isCurrent } : words)
  if (before !== undefined || json) return
  terminal.narrate(`next: git add ${quoteForShell(path)} && git commit -m "Compile the plan"`)
  terminal.narrate(`in your tests, "parallel-agents compile --check" detects an outdated workflow`)
}

function check(
  terminal: Terminal,
  compiled: Compiled,
  plan: string | undefined,
  { json, out }: Options,
): void {
  const { path, text, before } = compiled
  const isCurrent = before === text
  const differences = before === undefined ? [`there is no ${path}`] : compiled.differences
  const words = isCurrent
    ? [`${path} is up to date`]
    : before === undefined
      ? [`${path} does not exist`]
      : [`${path} is out of date:`, ...differences.map(difference => `  ${toPlainLine(difference)}`)]
  const facts = { path, current: isCurrent, differences }
  terminal.answer(json ? facts : words.join('\n'))
  if (isCurrent) return
  process.exitCode = 1
  const names = [plan, ...(out === undefined ? [] : ['--out', out])].filter(name => name !== undefined)
  const command = ['parallel-agents compile', ...names.map(quoteForShell)].join(' ')
  terminal.narrate(`${before === undefined ? 'create' : 'update'} it with "${command}", and commit it`)
}

const examples = `
Examples:
  parallel-agents compile                     the plan of this repository
  parallel-agents compile plans/x.yml --out .github/workflows/x.yml
  parallel-agents compile --check             in CI: fails if the workflow is out of date

The workflow starts by hand or from another workflow (workflow_call). Its pin of the action and its runner stay as they are in the file.`
