import type { Command } from 'commander'
import type { Rollback } from '../../commands/rollback/rollback.ts'
import { rollbackTask } from '../../commands/rollback/rollback-task.ts'
import { makeReportText } from '../../report/terminal/report-text.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { watch } from '../terminal/watch.ts'
import { withRepository } from './with-repository.ts'

interface Options {
  readonly run?: string
  readonly dryRun?: boolean
  readonly discardWork?: boolean
  readonly json?: boolean
}

export function addRollbackCommand(program: Command, terminal: Terminal): void {
  program
    .command('rollback <task>')
    .description('revert a task and everything that builds on it; abandon a failed one')
    .option('--run <run>', 'use this run instead of the latest')
    .option('--dry-run', 'only show what would be removed')
    .option('--discard-work', 'also delete the branch and kept work of a task that has not landed')
    .option('--json', 'print as JSON')
    .addHelpText('after', examples)
    .action(async (task: string, options: Options, command: Command) => {
      await withRepository(command, async repository => {
        const { run, dryRun = false, discardWork = false } = options
        const rollback = await watch(terminal, watching =>
          rollbackTask(repository, { task, run, dryRun, discardWork, ...watching }),
        )
        terminal.answer(options.json ? rollback : makeText(rollback, terminal))
      })
    })
}

function makeText(rollback: Rollback, terminal: Terminal): string {
  const { report } = rollback
  const lines = [
    `${toVerb(rollback)}: ${rollback.tasks.join(', ')}`,
    ...toReasons(rollback),
    toConsequence(rollback),
  ]
  if (report === undefined) return [...lines, 'nothing was changed (--dry-run)'].join('\n')
  return [...lines, ...toWayBack(rollback), '', makeReportText(report, terminal)].join('\n')
}

function toVerb({ way, report }: Rollback): string {
  if (way === 'close') return report === undefined ? 'would close' : 'closed'
  return report === undefined ? 'would remove' : 'removed'
}

function toReasons({ reasons }: Rollback): string[] {
  return Object.entries(reasons).map(([task, reason]) => `  also ${task}: it ${reason}`)
}

function toConsequence({ way, target, tasks, report }: Rollback): string {
  const isDone = report !== undefined
  const isOne = tasks.length === 1
  const consequences = {
    rebuild: `the integration branch ${isDone ? 'was' : 'would be'} rebuilt without ${isOne ? 'it' : 'them'}`,
    revert: `${isDone ? 'reverted' : 'would be reverted'} on ${target} with new commits`,
    close: isOne ? 'it has not landed: resumes skip it' : 'they have not landed: resumes skip them',
  }
  return consequences[way]
}

function toWayBack(rollback: Rollback): string[] {
  const { run, tasks, way, reverts, discarded } = rollback
  const names = tasks.join(',')
  const deleted = discarded.map(
    ({ name, id }) => `deleted ${name} (until git prunes it: git update-ref ${name} ${id})`,
  )
  if (way !== 'revert') return [...deleted, `to redo it: parallel-agents run --resume ${run} --only ${names}`]
  const commits = [...reverts].reverse().map(id => id.slice(0, 12))
  return [
    ...(commits.length === 0 ? [] : [`to bring it back: git revert ${commits.join(' ')}`]),
    // A new run starts from the target as it is now.
    `to redo it: parallel-agents run <plan> --new --only ${names}`,
  ]
}

const examples = `
Examples:
  parallel-agents rollback api --dry-run
  parallel-agents rollback api
  parallel-agents rollback api --run 20261120-101500-ab12
  parallel-agents rollback broken --discard-work      abandon a failed task and delete its work`
