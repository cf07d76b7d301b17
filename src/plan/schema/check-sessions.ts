import type { Plan, TaskId } from '../../model/plan.ts'
import type { PlanFile } from '../file/plan-file.ts'
import { type SessionStart, toSessionStarts } from '../graph/session-chains.ts'
import type { Problem } from '../yaml/problem.ts'

export interface PlannedSessions {
  readonly plan: Plan
  /** Tasks that should continue a session but cannot. */
  readonly problems: readonly Problem[]
  /** Why other tasks begin a new one. */
  readonly notices: readonly string[]
}

/** Decides which tasks continue the session of a prerequisite. A task's own setting is applied or refused; the plan's default may be skipped with a notice. */
export function planSessions(plan: Plan, file: PlanFile): PlannedSessions {
  const asks = (id: TaskId) => file.tasks[id]?.session ?? file.session
  const wanted = plan.tasks.filter(({ id }) => asks(id) === 'chain').map(({ id }) => id)
  const starts = toSessionStarts(plan, new Set(wanted))
  const begun = [...starts].flatMap(([id, start]) =>
    start.kind === 'begins' ? [{ id, reason: start.reason }] : [],
  )
  const isOwn = ({ id }: { readonly id: TaskId }) => file.tasks[id]?.session === 'chain'
  const hasNeeds = ({ id }: { readonly id: TaskId }) => (file.tasks[id]?.needs ?? []).length > 0
  const others = begun.filter(entry => !isOwn(entry) && hasNeeds(entry))
  return {
    plan: { ...plan, tasks: plan.tasks.map(task => ({ ...task, ...toContinued(starts.get(task.id)) })) },
    problems: begun.filter(isOwn).map(({ id, reason }) => ({
      path: ['tasks', id, 'session'],
      message: `\`${id}\` cannot continue a session: ${reason}. Remove \`session\`, or change its prerequisites or agent`,
    })),
    notices: [
      ...others.map(({ id, reason }) => `${id} begins a session of its own: ${reason}`),
      ...(file.session === 'chain' && ![...starts.values()].some(({ kind }) => kind === 'continues')
        ? ['`session: chain` changes nothing here: no task can continue the session of a prerequisite']
        : []),
    ],
  }
}

function toContinued(start: SessionStart | undefined): { readonly continues?: TaskId } {
  return start?.kind === 'continues' ? { continues: start.task } : {}
}
