import { type Command, Option } from 'commander'
import { describePlan } from '../../../commands/describe-plan.ts'
import { loadPlan } from '../../../commands/load-plan.ts'
import { findRefusals } from '../../../commands/prepare-run.ts'
import { selectTasks } from '../../../commands/select-tasks.ts'
import type { Repository } from '../../../git/repository/open-repository.ts'
import { toPlanGraph } from '../../../report/markdown/plan-graph.ts'
import { toPlanText } from '../../../report/terminal/plan-text.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import { readCountArgument, readList } from '../arguments.ts'
import { withRepository } from '../with-repository.ts'
import { writePlanAsIssues } from './plan-as-issues.ts'
import { addFromOptions, type FromOptions, planFromRequest } from './plan-from.ts'
import { addFromIssuesOptions, type FromIssuesOptions, writePlanFromIssues } from './plan-from-issues.ts'

interface Options extends FromOptions, FromIssuesOptions {
  readonly asIssues?: boolean
  readonly maxParallel?: number
  readonly only?: readonly string[]
  readonly json?: boolean
  readonly graph?: boolean
}

interface PlanCall {
  readonly terminal: Terminal
  readonly repository: Repository
  readonly folder: string
  readonly plan: string | undefined
  readonly options: Options
}

export function addPlanCommand(program: Command, terminal: Terminal): void {
  addFromOptions(addFromIssuesOptions(program.command('plan [plan]')))
    .description(
      'check a plan and show its order, critical path and estimated duration; or generate one (--from, --from-issues)',
    )
    .option('-p, --max-parallel <agents>', 'maximum number of agents at once', readCountArgument)
    .option('--only <tasks>', 'only these tasks and their prerequisites, comma-separated', readList)
    .option('--json', 'print as JSON')
    .addOption(new Option('--graph', 'print as a Mermaid flowchart').conflicts('json'))
    .option('--out <file>', 'file for the new plan (default: issues.yml for issues, else a free name)')
    .addOption(
      new Option(
        '--as-issues',
        'create a GitHub issue for each task, and add its number to the plan; also with --from',
      ).conflicts(['only', 'graph', 'fromIssues']),
    )
    .option('--run', 'run the new plan immediately')
    .addHelpText('after', examples)
    .action(async (plan: string | undefined, options: Options, command: Command) => {
      await withRepository(command, async (repository, folder) => {
        if (await planFromRequest({ terminal, repository, folder, plan, options })) return
        const { fromIssues: query } = options
        if (query !== undefined)
          return writePlanFromIssues({ terminal, repository, folder, plan, query, options })
        if (options.asIssues) await writePlanAsIssues({ terminal, repository, folder, plan })
        await showPlan({ terminal, repository, folder, plan, options })
      })
    })
}

async function showPlan({ terminal, repository, folder, plan, options }: PlanCall): Promise<void> {
  const loaded = loadPlan(folder, repository.root, plan)
  const checked = options.only === undefined ? loaded : selectTasks(loaded, options.only)
  const refusals = await findRefusals(repository, checked.plan)
  const told = { ...checked, notices: [...checked.notices, ...refusals.map(toRefusalNotice)] }
  const overview = await describePlan(repository, told, options.maxParallel)
  if (options.json) terminal.answer(overview)
  else if (options.graph) terminal.answer(toPlanGraph(overview))
  else terminal.answer(toPlanText(overview, terminal.paint))
}

function toRefusalNotice(problem: string): string {
  return `\`run\` would refuse to start: ${problem}`
}

const examples = `
Examples:
  parallel-agents plan
  parallel-agents plan plans/migration.yml --max-parallel 8
  parallel-agents plan --graph > plan.mmd
  parallel-agents plan --from "give every route a rate limit" --agent claude
  parallel-agents plan --from-file spec.md --run
  parallel-agents plan plan.yml --as-issues
  parallel-agents plan --from-issues 'label:agent state:open' --ask --out issues.yml
  parallel-agents plan settings.yml --from-issues '12 14' --run`
