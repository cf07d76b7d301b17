import { tryReadPlainFile, writePlainFile } from '../../files/plain-file.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import { type ConflictCause, type ForecastConflict, toConflictPlace } from '../../model/forecast-conflict.ts'
import type { TaskId } from '../../model/plan.ts'
import { toPlainLine } from '../../report/text/text.ts'
import type { RunContext } from '../../run/run-context.ts'

/** Tasks of a forecast whose agents can still react, and branches for them to inspect. */
export interface Audience {
  /** Running tasks in merge order. */
  readonly running: readonly TaskId[]
  readonly branches: ReadonlyMap<TaskId, ObjectId>
}

/**
 * Tells each running task which conflicts to avoid. Of two tasks the later one in merge order is warned; if only one still runs,
 * that one.
 */
export async function tellAgents(
  { paths, base }: Pick<RunContext, 'paths' | 'base'>,
  conflicts: readonly ForecastConflict[],
  { running, branches }: Audience,
): Promise<void> {
  for (const task of running) {
    const own = conflicts.filter(conflict => toListener(conflict, running) === task)
    const lines = own.map(conflict => toAdvice(conflict, task, branches, base))
    writeIfNew(paths.task(task).forecast, lines.map(line => `${line}\n`).join(''))
  }
}

/** The running task that is merged last. */
function toListener({ tasks }: ForecastConflict, running: readonly TaskId[]): TaskId | undefined {
  return running.findLast(task => tasks.includes(task))
}

/** One line about a conflict, for one task's agent. Lines are those of the base of the run. */
function toAdvice(
  conflict: ForecastConflict,
  task: TaskId,
  branches: Audience['branches'],
  base: ObjectId,
): string {
  const other = conflict.tasks.find(id => id !== task) ?? task
  const commit = branches.get(other)
  const state =
    commit === undefined
      ? 'which is still running'
      : `which is done: see "git diff ${base} ${commit} -- '${toPlainLine(conflict.path).replaceAll("'", "'\\''")}'"`
  return `- ${toPlainLine(toConflictPlace(conflict))}: ${causes[conflict.why]} (task ${other}, ${state})`
}

const causes: Readonly<Record<ConflictCause, string>> = {
  'same lines': 'another task changes the same lines (numbered as in the base of the run)',
  'add/add': 'another task adds a file of this name with other content',
  'modify/delete': 'one of you changes this file, the other deletes it',
  'rename/delete': 'one of you renames this file, the other deletes it',
  'rename/rename': 'you and another task rename this file to different names',
  'not mergeable by lines': 'another task also changes this file, which cannot be merged by lines',
  'file/directory': 'one of you has a file here, the other a folder',
  'directory rename': 'one of you moves this folder, the other adds a file to it',
}

/** A longer one is the agent's. */
const mostBytes = 1 << 24

function writeIfNew(path: string, text: string): void {
  const before = tryReadPlainFile(path, mostBytes)
  if (before === undefined || before.toString('utf8') === text) return
  try {
    writePlainFile(path, text)
  } catch {
    // the task just ended, and its folder is gone
  }
}
