import type { Command } from 'commander'
import { type Cleaning, cleanRuns } from '../../commands/clean-runs.ts'
import { toCount } from '../../report/text/text.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { withRepository } from './with-repository.ts'

interface Options {
  readonly dryRun?: boolean
  readonly json?: boolean
}

export function addCleanCommand(program: Command, terminal: Terminal): void {
  program
    .command('clean [run]')
    .description('remove leftovers of runs whose work is merged or kept elsewhere')
    .option('--dry-run', 'only show what would be removed')
    .option('--json', 'print as JSON')
    .addHelpText('after', examples)
    .action(async (run: string | undefined, options: Options, command: Command) => {
      await withRepository(command, async repository => {
        const dryRun = options.dryRun === true
        const cleanings = await cleanRuns(repository, { run, dryRun, progress: terminal.narrate })
        terminal.answer(options.json ? JSON.stringify(cleanings, null, 2) : toText(cleanings, dryRun))
      })
    })
}

function toText(cleanings: readonly Cleaning[], dryRun: boolean): string {
  if (cleanings.length === 0) return 'nothing to clean'
  const branches = cleanings.flatMap(({ left }) => left.filter(({ name }) => name.startsWith('agents/')))
  const hint = 'to delete an unmerged branch: "git branch -D <branch>", then clean again'
  const lines = cleanings.map(cleaning => toRunText(cleaning, dryRun))
  return [...lines, ...(branches.length === 0 ? [] : [hint])].join('\n')
}

function toRunText({ run, removed, left }: Cleaning, dryRun: boolean): string {
  const head = `${run}: ${dryRun ? 'would remove' : 'removed'} ${toCount(removed.length, 'ref')}`
  const lines = left.map(({ name, why }) => `  not removed${name === run ? '' : ` ${name}`}: ${why}`)
  return [head, ...lines].join('\n')
}

const examples = `
Examples:
  parallel-agents clean --dry-run
  parallel-agents clean
  parallel-agents clean 20261120-101500-ab12`
