import type { Report, TaskReport } from './report.ts'

/** A command that the user may want to run now. */
export interface NextCommand {
  readonly command: string
  readonly purpose: string
}

const maxLogs = 3

/** What to do next: take what landed, look at what did not, try that again. */
export function toNextCommands(report: Report): NextCommand[] {
  const missed = Object.entries(report.tasks).filter(([, task]) => needsAnother(task))
  return [
    ...toTake(report),
    ...missed.flatMap(toLook).slice(0, maxLogs),
    ...toRetry(
      report,
      missed.map(([id]) => id),
    ),
  ]
}

function needsAnother({ landing, outcome, reason }: TaskReport): boolean {
  return landing !== 'landed' && !(outcome === 'no-changes' && reason === null)
}

function toTake({ integration, target }: Report): NextCommand[] {
  const { branch, land } = integration
  if (branch === null || land.done) return []
  return [
    { command: `git diff ${target}...${branch}`, purpose: 'see what landed' },
    { command: `git merge ${branch}`, purpose: 'take what landed' },
  ]
}

function toLook([id, task]: [string, TaskReport]): NextCommand[] {
  if (task.kept !== null && task.landing === 'none')
    return [{ command: `git show ${task.kept}`, purpose: `the work of ${id} that was kept` }]
  if (task.landing === 'held' || task.attempts === 0) return []
  if (task.landing === 'conflicted')
    return [{ command: `git diff ${task.base?.slice(0, 12)} ${task.branch}`, purpose: `what ${id} changed` }]
  if (task.landing === 'evicted')
    return [{ command: 'parallel-agents logs integration', purpose: `what ${id} broke` }]
  return [{ command: `parallel-agents logs ${id}`, purpose: `what went wrong with ${id}` }]
}

function toRetry({ run, status }: Report, missed: readonly string[]): NextCommand[] {
  if (missed.length === 0) return []
  const last = missed.at(-1)
  const names = missed.length === 1 ? last : `${missed.slice(0, -1).join(', ')} and ${last}`
  const purpose = status === 'cancelled' ? 'go on' : `try ${missed.length > 6 ? 'them' : names} again`
  return [{ command: `parallel-agents run --resume ${run}`, purpose }]
}
