import { relative } from 'node:path'
import type { Command } from 'commander'
import { writeStarterPlan } from '../../commands/write-starter-plan.ts'
import { knownAgents } from '../../model/known-agents.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { withRepository } from './with-repository.ts'

export function addInitCommand(program: Command, terminal: Terminal): void {
  program
    .command('init')
    .description('write a starter plan from what is found in the repository')
    .addHelpText('after', examples)
    .action(async (_: unknown, command: Command) => {
      await withRepository(command, async (repository, folder) => {
        const { path, agent } = await writeStarterPlan(repository)
        terminal.answer(`wrote ${relative(folder, path)}`)
        if (agent === undefined)
          terminal.narrate(
            `no agent CLI was found in PATH: install one (${knownAgents.join(', ')}), or name a command`,
          )
        terminal.narrate(
          'next: write your tasks into it, then "parallel-agents plan", then "parallel-agents run"',
        )
      })
    })
}

const examples = `
Examples:
  parallel-agents init
  parallel-agents -C ../other-repository init`
