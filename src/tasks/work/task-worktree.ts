import { readTail } from '../../agents/process/log-file.ts'
import { endMarkedProcesses } from '../../agents/process/marked-processes.ts'
import type { CommandEnd } from '../../agents/process/supervise.ts'
import { toTellingEnd } from '../../agents/process/telling-line.ts'
import { hasItsMounts } from '../../checkouts/dependencies/set-mounts.ts'
import { equip } from '../../checkouts/equip.ts'
import { setUp } from '../../checkouts/set-up.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import { hideSetupFiles, tryReadBaseline } from '../../git/worktree/setup-files.ts'
import { takeSnapshot } from '../../git/worktree/snapshot.ts'
import type { Worktree } from '../../git/worktree/worktree.ts'
import { listSome } from '../../model/names/list-some.ts'
import type { Task } from '../../model/plan.ts'
import { tryToSparsePatterns } from '../../plan/checkout/sparse-patterns.ts'
import { toTaskEnvironment, toTaskMarks } from '../../run/command-environment.ts'
import type { RunContext } from '../../run/run-context.ts'
import { toBranchName } from '../../run/run-refs.ts'
import { toCommandEndText } from '../../run/run-script.ts'
import { writeLogLine } from '../../run/task-log.ts'
import { holdWork } from './hold-work.ts'
import { noteIgnored } from './ignored-before.ts'
import { checkOutForTask } from './spare-checkouts.ts'
import type { TaskWork } from './task-work.ts'

/** A worktree for an agent to start in, or why there is none. */
export type PreparedWorktree =
  | { readonly kind: 'ready'; readonly worktree: Worktree; readonly setupTree: ObjectId | null }
  | { readonly kind: 'setup-failed'; readonly reason: string }
  | { readonly kind: 'stopped' }

/** Checks out the start of a task and runs its setup. Unmodified changes of setup do not count as the agent's. */
export async function prepareWorktree(
  context: RunContext,
  task: Task,
  start: ObjectId,
): Promise<PreparedWorktree> {
  const { control, paths, store } = context
  await holdWork(context, task.id, { start, setupTree: null })
  const worktree = await checkOutForTask(context, {
    path: paths.worktree(task.id),
    stateFolder: paths.task(task.id).worktreeState,
    commit: start,
    branch: toBranchName(store.refs.branch(task.id)),
    packedRefs: context.visibleRefs,
    sparse: tryToSparsePatterns(context.plan.checkout.sparse, task.files),
  })
  await equip(context, task.id, worktree)
  const end = await setUpTask(context, task, worktree, start)
  if (end === undefined) {
    await noteIgnored(control, worktree)
    const setupTree = await tryReadBaseline(control, worktree, start)
    await holdWork(context, task.id, { start, setupTree })
    return { kind: 'ready', worktree, setupTree }
  }

  const isDone = end.kind === 'exited' && end.code === 0
  if (!isDone) await endMarkedProcesses(toTaskMarks(context, task.id))
  if (end.kind === 'stopped') return { kind: 'stopped' }
  if (!isDone) {
    const output = readTail(paths.log(task.id), 0, 1 << 14)
    const reason = `setup ${toCommandEndText(end, task.timeoutMinutes)}${toTellingEnd(output)}`
    return { kind: 'setup-failed', reason }
  }
  await hideSetup(context, task, worktree)
  await noteIgnored(control, worktree)
  const { tree } = await takeSnapshot(control, worktree, {})
  await holdWork(context, task.id, { start, setupTree: tree })
  return { kind: 'ready', worktree, setupTree: tree }
}

/** Mounted dependencies need the sandbox and their stored files: another start may have neither, and a person can delete the files. */
export async function ensureDependencies(
  context: RunContext,
  { task, worktree, start }: Pick<TaskWork, 'task' | 'worktree' | 'start'>,
): Promise<void> {
  if (!(await hasItsMounts(context, worktree))) await setUpTask(context, task, worktree, start)
}

function setUpTask(
  context: RunContext,
  task: Task,
  worktree: Worktree,
  start: ObjectId,
): Promise<CommandEnd | undefined> {
  const { timeoutMinutes, stallMinutes, setup } = task
  if (setup !== undefined || context.plan.checkout.dependencies === 'auto')
    context.emit({ kind: 'phase', task: task.id, phase: 'setup' })
  const env = toTaskEnvironment(context, task, start, {})
  const script = { env, logPath: context.paths.log(task.id), timeoutMinutes, stallMinutes }
  return setUp(context, { worktree, setup, script })
}

async function hideSetup(context: RunContext, { id }: Task, worktree: Worktree): Promise<void> {
  const unseen = await hideSetupFiles(context.control, worktree)
  if (unseen.length === 0) return
  const text = `setup of ${id} made ${listSome(unseen)}, too large to scan: changes in it are not kept (add it to .gitignore)`
  context.emit({ kind: 'notice', text })
  await writeLogLine(context.paths.log(id), text)
}
