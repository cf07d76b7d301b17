import type { Command } from 'commander'
import { readConflicts } from '../../commands/read-conflicts.ts'
import { toConflictsText } from '../../report/terminal/conflicts-text.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { withRepository } from './with-repository.ts'

export function addConflictsCommand(program: Command, terminal: Terminal): void {
  program
    .command('conflicts [run]')
    .description('explain the conflicts of a run: both sides, the candidates, the decision, the next step')
    .option('--json', 'print as JSON')
    .addHelpText('after', examples)
    .action(async (run: string | undefined, options: { readonly json?: boolean }, command: Command) => {
      await withRepository(command, async repository => {
        const found = await readConflicts(repository, run, 'parallel-agents')
        terminal.answer(options.json ? found : toConflictsText(found.conflicts, found.coming))
      })
    })
}

const examples = `
Examples:
  parallel-agents conflicts
  parallel-agents conflicts 20261120-101500-ab12 --json`
