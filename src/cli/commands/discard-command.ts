import type { Command } from 'commander'
import { type Discard, discardRun } from '../../commands/discard-run.ts'
import { RefusedError } from '../../model/refused-error.ts'
import { toCount, toPlainLine } from '../../report/text/text.ts'
import { ask } from '../terminal/ask.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { withRepository } from './with-repository.ts'

interface Options {
  readonly yes?: boolean
  readonly dryRun?: boolean
  readonly json?: boolean
}

export function addDiscardCommand(program: Command, terminal: Terminal): void {
  program
    .command('discard <run>')
    .description(
      'delete a run: its branches, kept work, checkouts and logs, after showing what would be lost',
    )
    .option('-y, --yes', 'do not ask for confirmation')
    .option('--dry-run', 'only show what would be lost')
    .option('--json', 'print as JSON')
    .addHelpText('after', examples)
    .action(async (run: string, options: Options, command: Command) => {
      await withRepository(command, async repository => {
        const discard = await discardRun(repository, {
          run,
          confirm: discard => confirm(discard, options, terminal),
          emit: event => {
            if (event.kind === 'notice') terminal.narrate(event.text)
          },
        })
        terminal.answer(options.json ? discard : toText(discard))
      })
    })
}

async function confirm(
  discard: Discard,
  { yes, dryRun, json }: Options,
  terminal: Terminal,
): Promise<boolean> {
  if (dryRun) return false
  if (yes) return true
  const isAsking = process.stdin.isTTY === true && !json
  if (!isAsking) {
    throw new RefusedError(`${toLosses(discard)}\nnothing was changed: pass --yes to delete all of this`)
  }
  terminal.narrate(toLosses(discard))
  const answer = await ask('delete all of this? [y/N] ')
  return /^y(es)?$/i.test(answer?.trim() ?? '')
}

function toText(discard: Discard): string {
  if (!discard.isDone) return `${toLosses(discard)}\nnothing was changed`
  const ways = discard.lost.map(({ name, commit }) => `  git branch ${toRestoredName(name)} ${commit}`)
  const head = `discarded run ${discard.run}: ${toCount(discard.refs, 'ref')}`
  return ways.length === 0 ? head : [head, 'to restore work, until git prunes it:', ...ways].join('\n')
}

/** Kept work is on a ref that is no branch. */
function toRestoredName(name: string): string {
  return name.replace(/^refs\/parallel-agents\//, 'restored/')
}

function toLosses({ run, lost, folders, refs }: Discard): string {
  const work = lost.map(({ name, commit, subject }) => {
    return `  ${name}  ${commit.slice(0, 7)}  ${toPlainLine(subject)}`
  })
  const places = folders.map(folder => `  ${folder} (files that git could not save)`)
  const losses = [...work, ...places]
  if (losses.length === 0) return `run ${run}: ${toCount(refs, 'ref')}; all of its work also exists elsewhere`
  return [`run ${run}: ${toCount(refs, 'ref')}; only in this run:`, ...losses].join('\n')
}

const examples = `
Examples:
  parallel-agents discard 20261120-101500-ab12 --dry-run
  parallel-agents discard ab12`
