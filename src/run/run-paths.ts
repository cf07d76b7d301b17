import { join } from 'node:path'
import { type ExchangeFiles, toExchangeFiles } from '../agents/tools/exchange-files.ts'
import type { Repository } from '../git/repository/open-repository.ts'
import type { TaskId } from '../model/plan.ts'
import { readPlace, toFolderName, toName, toPlaceNote } from './checkout-place.ts'
import type { RunId } from './run-id.ts'

/** A name that no task can have: the worktree in which the merged result is tested. */
export const integrationName = '_integration'

/** Prefix of worktrees with content that could not be kept. */
export const leftPrefix = '_left-'

/** Prefix of worktrees in which a person resolves a conflict. */
export const byHandPrefix = '_by-hand-'

/** Prefix of folders with a task's conversation for another task. */
export const sessionPrefix = '_session-'

/** Prefix of worktrees that wait for another task. */
export const sparePrefix = '_spare-'

/** Whether a worktree is only for the harness: its content can be recreated. */
export function isScratch(name: string): boolean {
  return name.startsWith('_') && ![leftPrefix, byHandPrefix].some(prefix => name.startsWith(prefix))
}

/** Where a run keeps files on this machine. None are needed once it has ended. */
export interface RunPaths {
  readonly state: string
  readonly control: string
  /** Objects of trial merges. */
  readonly scratch: string
  /** The forecast of conflicts. */
  readonly forecast: string
  /** Events of the process that works on the run. */
  readonly journal: string
  /** The target's move in progress. */
  readonly move: string
  /** Exit codes of setups and tests. */
  readonly scripts: string
  /** What agents beside tasks have spent, until a ref holds it. */
  readonly spending: string
  readonly worktrees: string
  /** The record of that place. */
  readonly placeNote: string
  /** Data about attempts, a folder a task. */
  readonly tasks: string
  worktree(name: TaskId): string
  /** The name of a worktree folder; undefined if it is not a worktree of the run. */
  nameOf(folder: string): TaskId | undefined
  log(name: TaskId): string
  /** Data about the attempts of one task. */
  task(name: TaskId): TaskPaths
}

export interface TaskPaths extends ExchangeFiles {
  readonly folder: string
  /** The running attempt, so that the next start knows what was in progress. */
  readonly attempt: string
  /** The same for a judged attempt that could not be kept completely. */
  readonly judged: string
  readonly status: string
  /** Git directory, index and excludes of the worktree. */
  readonly worktreeState: string
  /** The home of its commands in the sandbox. */
  readonly home: string
}

export function findRunPaths(repository: Repository, run: RunId): RunPaths {
  const state = join(toStateFolder(repository), run)
  const place = readPlace(repository, state, run)
  const worktrees = place.folder
  return {
    state,
    control: join(state, 'harness.git'),
    scratch: join(state, 'scratch'),
    forecast: join(state, 'forecast.json'),
    journal: join(state, 'journal.jsonl'),
    move: join(state, 'move.json'),
    scripts: join(state, 'scripts'),
    spending: join(state, 'spending'),
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
    home: join(folder, 'home'),
  }
}
