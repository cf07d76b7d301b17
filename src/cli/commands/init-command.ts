import { relative } from 'node:path'
import { type Command, Option } from 'commander'
import { initGitHub } from '../../commands/init-github/init-github.ts'
import { writePattern } from '../../commands/write-pattern.ts'
import { writeStarterPlan } from '../../commands/write-starter-plan.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import { knownAgents, noAgentText } from '../../model/agents/known-agents.ts'
import { type PatternName, patternNames } from '../../plan/patterns/patterns.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { withRepository } from './with-repository.ts'

interface Options {
  readonly github?: boolean
  readonly pattern?: PatternName
}

export function addInitCommand(program: Command, terminal: Terminal): void {
  program
    .command('init')
    .description('write a starter plan for the repository')
    .addOption(new Option('--pattern <name>', 'write this ready-made plan instead').choices(patternNames))
    .addOption(
      new Option(
        '--github',
        'also write a workflow for GitHub Actions, and list the remaining steps',
      ).conflicts('pattern'),
    )
    .addHelpText('after', examples)
    .action(async ({ pattern, github }: Options, command: Command) => {
      await withRepository(command, async (repository, folder) => {
        if (github) return initForGitHub(repository, terminal, program.version() ?? '')
        if (pattern !== undefined) {
          terminal.answer(`wrote ${relative(folder, await writePattern(repository, pattern))}`)
          return terminal.narrate('next: adapt its paths and prompts, then "parallel-agents plan"')
        }
        const { path, agent } = await writeStarterPlan(repository)
        terminal.answer(`wrote ${relative(folder, path)}`)
        if (agent === undefined)
          terminal.narrate(`${noAgentText}: install one (${knownAgents.join(', ')}), or name a command`)
        terminal.narrate('next: add your tasks, then "parallel-agents plan", then "parallel-agents run"')
      })
    })
}

async function initForGitHub(repository: Repository, terminal: Terminal, version: string): Promise<void> {
  const { written, kept, left } = await initGitHub(repository, version)
  for (const file of written) terminal.answer(`wrote ${file}`)
  for (const file of kept) terminal.narrate(`kept ${file}: it already exists`)
  terminal.narrate('left to do:')
  for (const [index, text] of left.entries()) terminal.narrate(`  ${index + 1}. ${text}`)
  terminal.narrate('then "parallel-agents doctor --github" checks all of it')
}

const examples = `
Examples:
  parallel-agents init
  parallel-agents init --github
  parallel-agents init --pattern contract-first
  parallel-agents -C ../other-repository init`
