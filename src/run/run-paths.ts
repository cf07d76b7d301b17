import { join } from 'node:path'
import { type ExchangeFiles, toExchangeFiles } from '../agents/tools/exchange-files.ts'
import type { Repository } from '../git/repository/open-repository.ts'
import type { TaskId } from '../model/plan.ts'
import { readPlace, toFolderName, toName, toPlaceNote } from './checkout-place.ts'
import type { RunId } from './run-id.ts'

/** A name that no task can have: the worktree where the merged result is tested. */
export const integrationName = '_integration'

/** Names of worktrees that hold what could not be kept. */
export const leftPrefix = '_left-'

/** Names of worktrees in which a person resolves a conflict. */
export const byHandPrefix = '_by-hand-'

/** Names of worktrees that wait for another task. */
export const sparePrefix = '_spare-'

/** Whether a worktree is only for the harness: what is in it can be recreated. */
export function isScratch(name: string): boolean {
  return name.startsWith('_') && ![leftPrefix, byHandPrefix].some(prefix => name.startsWith(prefix))
}

/** Where a run keeps files on this machine. Nothing in them is needed once it has ended. */
export interface RunPaths {
  readonly state: string
  readonly harness: string
  /** Objects of merges that are only tried. */
  readonly scratch: string
  /** What is known of coming conflicts. */
  readonly forecast: string
  /** What the process that works on the run has done so far. */
  readonly journal: string
  /** The move of the target that is going on. */
  readonly move: string
  /** Exit codes of setups and tests. */
  readonly scripts: string
  readonly worktrees: string
  /** Where that is noted. */
  readonly placeNote: string
  /** Everything about attempts, a folder a task. */
  readonly tasks: string
  worktree(name: TaskId): string
  /** What a folder among the worktrees is for; undefined when it is no worktree of the run. */
  nameOf(folder: string): TaskId | undefined
  log(name: TaskId): string
  /** Everything about the attempts of one task. */
  task(name: TaskId): TaskPaths
}

export interface TaskPaths extends ExchangeFiles {
  readonly folder: string
  /** The running attempt, so that the next start can tell what was going on. */
  readonly attempt: string
  /** The same for an attempt that has been judged, and of which not everything could be kept. */
  readonly judged: string
  readonly status: string
  /** Git directory, index and excludes of the worktree. */
  readonly worktreeState: string
}

export function toRunPaths(repository: Repository, run: RunId): RunPaths {
  const state = join(toStateFolder(repository), run)
  const place = readPlace(repository, state, run)
  const worktrees = place.folder
  return {
    state,
    harness: join(state, 'harness.git'),
    scratch: join(state, 'scratch'),
    forecast: join(state, 'forecast.json'),
    journal: join(state, 'journal.jsonl'),
    move: join(state, 'move.json'),
    scripts: join(state, 'scripts'),
    worktrees,
    placeNote: toPlaceNote(state),
    tasks: join(state, 'tasks'),
    worktree: name => join(worktrees, toFolderName(place, name)),
    nameOf: folder => toName(place, folder),
    log: name => join(state, `${name}.log`),
    task: name => toTaskPaths(join(state, 'tasks', name)),
  }
}

export function toStateFolder(repository: Repository): string {
  return join(repository.directory, 'parallel-agents')
}

function toTaskPaths(folder: string): TaskPaths {
  return {
    ...toExchangeFiles(join(folder, 'exchange')),
    folder,
    attempt: join(folder, 'attempt.json'),
    judged: join(folder, 'judged.json'),
    status: join(folder, 'status'),
    worktreeState: join(folder, 'worktree'),
  }
}
