import { relative } from 'node:path'
import { type Command, Option } from 'commander'
import { writePattern } from '../../commands/write-pattern.ts'
import { writeStarterPlan } from '../../commands/write-starter-plan.ts'
import { knownAgents } from '../../model/agents/known-agents.ts'
import { type PatternName, patternNames } from '../../plan/patterns/patterns.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { withRepository } from './with-repository.ts'

interface Options {
  readonly pattern?: PatternName
}

export function addInitCommand(program: Command, terminal: Terminal): void {
  program
    .command('init')
    .description('write a starter plan for the repository')
    .addOption(new Option('--pattern <name>', 'write this ready-made plan instead').choices(patternNames))
    .addHelpText('after', examples)
    .action(async ({ pattern }: Options, command: Command) => {
      await withRepository(command, async (repository, folder) => {
        if (pattern !== undefined) {
          terminal.answer(`wrote ${relative(folder, await writePattern(repository, pattern))}`)
          return terminal.narrate('next: adapt its paths and prompts, then "parallel-agents plan"')
        }
        const { path, agent } = await writeStarterPlan(repository)
        terminal.answer(`wrote ${relative(folder, path)}`)
        if (agent === undefined)
          terminal.narrate(
            `no agent CLI found in PATH: install one (${knownAgents.join(', ')}), or name a command`,
          )
        terminal.narrate('next: add your tasks, then "parallel-agents plan", then "parallel-agents run"')
      })
    })
}

const examples = `
Examples:
  parallel-agents init
  parallel-agents init --pattern contract-first
  parallel-agents -C ../other-repository init`
