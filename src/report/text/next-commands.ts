import type { Report, TaskReport } from '../../model/report.ts'
import { waitsForPerson } from '../../model/task-result.ts'

/** A command that the user may want next. */
export interface NextCommand {
  readonly command: string
  readonly purpose: string
}

const maxTasks = 12

/**
 * Next steps: use what landed, look at what did not, retry.
 *
 * @param program How to call this program.
 */
export function toNextCommands(report: Report, program: string): NextCommand[] {
  const missed = Object.entries(report.tasks).filter(([, task]) => needsAnother(task))
  return [
    ...toApprove(report, program),
    ...toTake(report, program),
    ...toLookAtIntegration(report, program),
    ...missed.flatMap(([id, task]) => toLook(id, task, report, program)).slice(0, maxTasks),
    ...toRetry(
      report,
      missed.map(([id]) => id),
      program,
    ),
  ]
}

function toApprove({ run, tasks }: Report, program: string): NextCommand[] {
  const waiting = Object.entries(tasks).filter(([, task]) => waitsForPerson(task))
  return waiting.map(([id]) => ({
    command: `${program} approve ${id} --run ${run}`,
    purpose: `approve the plan of ${id} (without a task: show all that wait)`,
  }))
}

/** Whether a task did not do its work. */
export function needsAnother({ landing, outcome, reason, rolledBack }: TaskReport): boolean {
  return landing !== 'landed' && !rolledBack && !(outcome === 'no-changes' && reason === null)
}

function toTake({ run, integration, target }: Report, program: string): NextCommand[] {
  const { branch, land } = integration
  if (branch === null || land.done) return []
  if (land.obsolete)
    return [
      { command: `${program} run <plan> --new`, purpose: `redo the tasks on the current ${target}` },
      { command: `git diff ${target}...${branch}`, purpose: 'see what was made' },
    ]
  if (land.mode === 'push')
    return [
      {
        command: `${program} merge ${run} --land push`,
        purpose: `land it on ${target} once that is possible`,
      },
    ]
  return [
    { command: `git diff ${target}...${branch}`, purpose: 'see what landed' },
    { command: `git merge ${branch}`, purpose: 'merge what landed' },
  ]
}

function toLookAtIntegration({ run, integration, tasks }: Report, program: string): NextCommand[] {
  const evicted = Object.entries(tasks)
    .filter(([, task]) => task.landing === 'evicted')
    .map(([id]) => id)
  if (integration.problem === null && evicted.length === 0) return []
  const purpose =
    evicted.length === 0 ? 'why nothing was tested or landed' : `what ${evicted.join(', ')} broke`
  return [{ command: `${program} logs integration --run ${run}`, purpose }]
}

function toLook(id: string, task: TaskReport, { run, integration }: Report, program: string): NextCommand[] {
  if (task.landing === 'conflicted') {
    return [
      {
        command: `${program} merge ${run} --resolve ${id}`,
        purpose: `resolve it by hand, then "merge ${run} --continue"`,
      },
    ]
  }
  const hasLog = task.startedAt !== null || task.outcome === 'infrastructure-error'
  if (waitsForPerson(task)) return []
  if (task.landing !== 'none' || !hasLog || integration.problem !== null) return []
  const kept = task.kept === null ? '' : ` (its work: git show ${task.kept})`
  return [{ command: `${program} logs ${id} --run ${run}`, purpose: `what went wrong with ${id}${kept}` }]
}

function toRetry(
  { run, status, integration, tasks }: Report,
  missed: readonly string[],
  program: string,
): NextCommand[] {
  if (missed.length === 0) return []
  const command = `${program} run --resume ${run}`
  if (status === 'cancelled') return [{ command, purpose: 'resume' }]
  if (integration.problem !== null) {
    return [
      {
        command: `${program} run <plan> --resume ${run}`,
        purpose: 'resume with a corrected plan: succeeded tasks are not redone',
      },
    ]
  }
  const last = missed.at(-1)
  const names = missed.length === 1 ? last : `${missed.slice(0, -1).join(', ')} and ${last}`
  const purpose = `retry ${missed.length > 6 ? 'them' : names}`
  // What they have spent counts on: with the same budget, none of them would start.
  if (missed.some(id => tasks[id]?.outcome === 'over-budget'))
    return [
      {
        command: `${program} run <plan> --resume ${run}`,
        purpose: `${purpose}, with a higher \`budget\` in the plan`,
      },
    ]
  return [{ command, purpose }]
}
