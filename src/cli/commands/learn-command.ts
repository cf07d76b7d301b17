import type { Command } from 'commander'
import { learn } from '../../commands/learn/learn.ts'
import { type InstructionProposal, propose } from '../../commands/learn/propose.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import type { Lessons } from '../../model/lesson.ts'
import { toLessonsText, toTopic } from '../../report/terminal/lessons-text.ts'
import { toCount, toPlainLine } from '../../report/text/text.ts'
import { quoteForShell } from '../../test-output/shell-words.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { untilDeleted } from '../terminal/until-deleted.ts'
import { watch } from '../terminal/watch.ts'
import { withRepository } from './with-repository.ts'

interface Options {
  readonly propose?: boolean
  readonly agent?: string
  readonly plan?: string
  readonly remote?: string | true
  readonly json?: boolean
}

interface LearnCall {
  readonly terminal: Terminal
  readonly repository: Repository
  readonly folder: string
  readonly options: Options
}

export function addLearnCommand(program: Command, terminal: Terminal): void {
  program
    .command('learn [runs...]')
    .description('show recurring problems of earlier runs, and have an agent propose better instructions')
    .option(
      '--propose',
      'have the agent of the plan change the instructions of agents, on a branch for you to review',
    )
    .option('--agent <agent>', 'the same with this agent')
    .option(
      '--plan <plan>',
      'the plan to take agents and settings from (default: the plan of the repository)',
    )
    .option('--remote [name]', 'also read the runs of a remote (default: origin)')
    .option('--json', 'print as JSON')
    .addHelpText('after', examples)
    .action(async (runs: string[], options: Options, command: Command) => {
      await withRepository(command, async (repository, folder) => {
        const remote = options.remote === true ? 'origin' : options.remote
        const lessons = await learn(repository, { runs, remote })
        const call = { terminal, repository, folder, options }
        const asked = options.propose === true || options.agent !== undefined
        if (asked && lessons.lessons.length > 0) return proposeFrom(call, lessons)
        terminal.answer(options.json ? lessons : toLessonsText(lessons, terminal))
      })
    })
}

async function proposeFrom(call: LearnCall, lessons: Lessons): Promise<void> {
  const { terminal, repository, folder, options } = call
  const { plan, agent, json } = options
  if (!json) terminal.answer(`${toLessonsText(lessons, terminal)}\n`)
  const toResume = (run: string) => `${terminal.program} run --resume ${run}`
  const { proposal, deletion } = await watch(terminal, watching =>
    propose(repository, { lessons, folder, plan, agent, toResume, ...watching }),
  )
  terminal.answer(json ? { ...lessons, proposal } : toProposalText(proposal, terminal))
  if (proposal.kind === 'refused') process.exitCode = 1
  await untilDeleted(terminal, deletion)
}

function toProposalText(proposal: InstructionProposal, { paint }: Terminal): string {
  if (proposal.kind === 'refused')
    return ['nothing is proposed:', ...proposal.reasons.map(reason => `  ${toPlainLine(reason)}`)].join('\n')
  const { branch, changes } = proposal
  const lines = changes.flatMap(({ path, lessons, wouldHaveHelped }) => [
    `  ${toPlainLine(path)}: would have helped ${toCount(wouldHaveHelped, 'task')}`,
    ...lessons.map(({ key, count, kind, ...topic }) =>
      paint.dim(`    ${key}  ${count}× ${kind}  ${toTopic(topic)}`),
    ),
  ])
  const name = quoteForShell(branch)
  return [
    `proposed on ${branch}:`,
    ...lines,
    '',
    `review it, then merge it yourself:  git diff HEAD...${name}  ·  git merge ${name}`,
    `or as a pull request:  git push origin ${name} && gh pr create --draft --head ${name} --fill`,
  ].join('\n')
}

const examples = `
Examples:
  parallel-agents learn                         all runs of this clone
  parallel-agents learn --remote                those of origin as well
  parallel-agents learn --propose               the agent of the plan proposes changes
  parallel-agents learn --agent claude --json

A proposal changes AGENTS.md, CLAUDE.md, skills, prompts, and the plan's \`files\`, protected files and time limits. Anything else in it is refused.
Nothing is merged by itself. Once a proposal has landed, learn shows how often the same happened before and since.`
