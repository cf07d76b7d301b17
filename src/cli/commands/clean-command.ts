import type { Command } from 'commander'
import { type Cleaning, cleanRuns } from '../../commands/clean-runs.ts'
import { cleanRemote, type RemoteCleaning } from '../../commands/remote/clean-remote.ts'
import { toCount } from '../../report/text/text.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { withRepository } from './with-repository.ts'

interface Options {
  readonly dryRun?: boolean
  readonly json?: boolean
  readonly run?: string
  readonly remote?: string | true
}

export function addCleanCommand(program: Command, terminal: Terminal): void {
  program
    .command('clean [run]')
    .description('remove leftovers of runs whose work is merged or kept elsewhere')
    .option('--dry-run', 'only show what would be removed')
    .option('--run <run>', 'only this run')
    .option(
      '--remote [name]',
      'at a remote (default: origin), delete branches of finished runs that are merged',
    )
    .option('--json', 'print as JSON')
    .addHelpText('after', examples)
    .action(async (run: string | undefined, options: Options, command: Command) => {
      await withRepository(command, async repository => {
        const dryRun = options.dryRun === true
        const named = run ?? options.run
        if (options.remote !== undefined) {
          const remote = options.remote === true ? 'origin' : options.remote
          const access = { remote, settings: [] }
          const cleanings = await cleanRemote(repository, { access, run: named, dryRun })
          terminal.answer(options.json ? cleanings : toRemoteText(cleanings, remote, dryRun))
          return
        }
        const cleanings = await cleanRuns(repository, { run: named, dryRun, progress: terminal.narrate })
        terminal.answer(options.json ? cleanings : toText(cleanings, dryRun))
      })
    })
}

function toText(cleanings: readonly Cleaning[], dryRun: boolean): string {
  if (cleanings.length === 0) return 'nothing to clean'
  const unmerged = cleanings.filter(({ left }) => left.some(({ why }) => why.includes('git branch -D')))
  const hints = unmerged.map(
    ({ run }) => `to delete the whole run (first shows what would be lost): "parallel-agents discard ${run}"`,
  )
  const lines = cleanings.map(cleaning => toRunText(cleaning, dryRun))
  return [...lines, ...hints].join('\n')
}

function toRunText({ run, removed, left }: Cleaning, dryRun: boolean): string {
  const refs = removed.length === 0 ? 'nothing' : toCount(removed.length, 'ref')
  const head = `${run}: ${dryRun ? 'would remove' : 'removed'} ${refs}`
  const lines = left.map(({ name, why }) => `  not removed${name === run ? '' : ` ${name}`}: ${why}`)
  return [head, ...lines].join('\n')
}

function toRemoteText(cleanings: readonly RemoteCleaning[], remote: string, dryRun: boolean): string {
  if (cleanings.length === 0) return `there is no run at ${remote}`
  return cleanings.map(cleaning => toRemoteRunText(cleaning, remote, dryRun)).join('\n')
}

function toRemoteRunText({ run, removed, left }: RemoteCleaning, remote: string, dryRun: boolean): string {
  const refs = removed.length === 0 ? 'nothing' : `${toCount(removed.length, 'ref')} of ${remote}`
  const head = `${run}: ${dryRun ? 'would delete' : 'deleted'} ${refs}`
  const gone = removed.filter(({ isRecord }) => !isRecord).map(({ name, why }) => `  ${name}: ${why}`)
  const lines = left.map(({ name, why }) => `  kept${name === run ? '' : ` ${name}`}: ${why}`)
  return [head, ...gone, ...lines].join('\n')
}

const examples = `
Examples:
  parallel-agents clean --dry-run
  parallel-agents clean
  parallel-agents clean 20261120-101500-ab12
  parallel-agents clean --remote --dry-run`
