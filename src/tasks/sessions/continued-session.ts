import { renameSync } from 'node:fs'
import { dirname } from 'node:path'
import type { PausedSession } from '../../agents/acp/session-slot.ts'
import { forgetOwnFolder, makeOwnFolder } from '../../files/own-folder.ts'
import { isFolder } from '../../files/plain-file.ts'
import type { Task, TaskId } from '../../model/plan.ts'
import type { RunContext } from '../../run/run-context.ts'
import { sessionPrefix } from '../../run/run-paths.ts'
import { writeLogLine } from '../../run/task-log.ts'
import { removeTaskFolders } from '../work/task-folders.ts'
import type { TaskWork } from '../work/task-work.ts'

/** Saves an ended task's conversation for the task that continues it. In the sandbox, the agent stores it in the task's home. */
export function keepSession(
  { plan, paths, sandbox, sessions }: RunContext,
  id: TaskId,
  session: PausedSession | undefined,
): void {
  if (session === undefined || !plan.tasks.some(task => task.continues === id)) return
  if (sandbox.kind === 'none') {
    sessions.keep(id, { ...session, home: undefined })
    return
  }
  const { home } = paths.task(`${sessionPrefix}${id}`)
  if (!tryMove(paths.task(id).home, home)) return
  sessions.keep(id, { ...session, home })
}

/** The conversation that a task continues, if the same agent does it. */
export async function takeSession(
  context: RunContext,
  { id, agent, continues }: Task,
): Promise<Pick<TaskWork, 'agent' | 'session' | 'continued'> | undefined> {
  const { paths, sessions } = context
  const session = continues === undefined ? undefined : sessions.take(continues)
  if (session === undefined || continues === undefined || session.agent !== agent) return undefined
  makeOwnFolder(paths.task(id).folder)
  if (session.home !== undefined) {
    if (!tryMove(session.home, paths.task(id).home)) return undefined
    await removeTaskFolders(context, `${sessionPrefix}${continues}`)
  }
  await writeLogLine(paths.log(id), `continues the session of ${continues}`)
  return { agent, session: { id: session.id, costUsd: session.costUsd }, continued: continues }
}

/** Deletes conversations that no task has continued. */
export async function dropSessions(
  context: Pick<RunContext, 'control' | 'paths' | 'sessions'>,
): Promise<void> {
  for (const id of context.sessions.left) {
    context.sessions.take(id)
    await removeTaskFolders(context, `${sessionPrefix}${id}`)
  }
}

/** False if there is nothing to move, or the destination exists. */
function tryMove(from: string, to: string): boolean {
  if (!isFolder(from) || isFolder(to)) return false
  makeOwnFolder(dirname(to))
  renameSync(from, to)
  for (const path of [from, to]) forgetOwnFolder(path)
  return true
}
