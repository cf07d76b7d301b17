import { type ObjectId, writeObject } from '../../git/objects/objects.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import { listByHand } from '../../integration/chain/resolve-by-hand.ts'
import type { Task, TaskId } from '../../model/plan.ts'
import { RefusedError } from '../../model/refused-error.ts'
import type { EmitEvent } from '../../model/run-event.ts'
import { goesOn, type TaskResult } from '../../model/task-result.ts'
import { withDescendants } from '../../plan/graph/graph.ts'
import { forgetRequest } from '../../run/attempt-record.ts'
import { isOwnBranch } from '../../run/branches/list-branches.ts'
import type { RunId } from '../../run/run-id.ts'
import { findRunPaths } from '../../run/run-paths.ts'
import { toBranchName } from '../../run/run-refs.ts'
import { openStore, type RunStore } from '../../run/run-store.ts'
import { writeEarlierSpending } from '../../run/spending.ts'
import { writeKept } from '../../run/write-kept.ts'
import { requireNotCheckedOut } from '../target/require-not-checked-out.ts'
import { type AgainFacts, chooseAgain, isSameWork } from './choose-again.ts'
import { findWentOn } from './take-over-branches.ts'

export interface Reopening extends Omit<AgainFacts, 'results' | 'report' | 'wentOn' | 'byHand'> {
  readonly repository: Repository
  readonly run: RunId
  readonly emit: EmitEvent
  /** The plan to store. */
  readonly text: string
}

/**
 * Decides which results of a run are kept, and reopens the other tasks. From then on the run is unfinished, until it has a new
 * report. The branches of redone tasks are kept before they are deleted.
 *
 * @returns The kept results.
 */
export async function reopenRun(reopening: Reopening): Promise<Map<TaskId, TaskResult>> {
  const { repository, run, plan, text, emit } = reopening
  const store = await openStore(repository, run)
  const results = await store.readResults(plan.tasks.map(task => task.id))
  const report = await store.readReport()
  const wentOn = await findWentOn(repository, store, { results, report })
  const parked = listParked(results, reopening)
  const byHand = await listByHand({ paths: findRunPaths(repository, run) })
  const again = chooseAgain({ ...reopening, results, wentOn, byHand, report })
  const outdated = plan.tasks.filter(({ needs }) => needs.some(id => again.has(id)))
  for (const task of parked) again.delete(task) // they continue: their spending counts
  for (const [task, place] of byHand)
    emit({ kind: 'notice', text: toByHandText(run, { task, place, isAgain: again.has(task) }) })
  const updates = (await Promise.all([...again].map(task => reopen(repository, store, task)))).flat()
  await requireNotCheckedOut(
    repository,
    updates.map(([ref]) => ref),
  )
  for (const task of listChanged(reopening)) forgetRequest(findRunPaths(repository, run).task(task.id))
  const stored = await writeObject(repository.store, 'blob', text)
  const dropped = [...again].flatMap(task => results.get(task) ?? [])
  await store.pointRefs([
    ...updates,
    ...(await forgetOldWork(store, reopening, { results, outdated })),
    await writeEarlierSpending(store, dropped),
    [store.refs.plan, stored],
    [store.refs.report, undefined],
  ])
  return new Map([...results].filter(([task]) => !again.has(task) && !parked.includes(task)))
}

/** Tasks that continue where they were parked or stopped: all that are not rolled back, or the named ones. */
function listParked(
  results: ReadonlyMap<TaskId, TaskResult>,
  { plan, only }: Pick<AgainFacts, 'plan' | 'only'>,
): TaskId[] {
  const named = withDescendants(plan.tasks, only)
  return [...results.values()].flatMap(result => {
    const isWanted = only.length === 0 ? !result.rolledBack : named.has(result.task)
    return goesOn(result) && isWanted ? [result.task] : []
  })
}

function toByHandText(
  run: RunId,
  { task, place, isAgain }: { readonly task: TaskId; readonly place: string; readonly isAgain: boolean },
): string {
  return isAgain
    ? `${task} is redone, although you are resolving its conflicts in ${place}: that resolution will not fit`
    : `${task} is not redone: you are resolving its conflicts in ${place}. Finish with "parallel-agents merge ${run} --continue", or delete that folder`
}

function toForeignText(ref: string): string {
  const name = toBranchName(ref)
  return `the branch ${name} does not belong to this run, which needs that name: rename it with "git branch -m ${name} <other name>"`
}

/**
 * The ref updates that drop what was made for tasks that request other work now, or start from other code: plans and approvals,
 * because a person has not seen a plan for it, and what a parked task would continue with.
 *
 * @param tasks.outdated Those whose prerequisites are redone.
 */
async function forgetOldWork(
  store: RunStore,
  plans: Pick<AgainFacts, 'plan' | 'before'>,
  {
    results,
    outdated,
  }: { readonly results: ReadonlyMap<TaskId, TaskResult>; readonly outdated: readonly Task[] },
): Promise<[string, ObjectId | undefined][]> {
  const { refs } = store
  const changed = listChanged(plans)
  const unplanned = [...new Set([...changed, ...outdated])].filter(task => task.planFirst?.approve === true)
  const updates: [string, ObjectId | undefined][] = unplanned.flatMap(({ id }) => [
    [refs.workPlan(id), undefined],
    [refs.approval(id), undefined],
  ])
  for (const result of results.values()) {
    const { task: id } = result
    const isChanged = changed.some(task => task.id === id)
    if (!goesOn(result) || !(isChanged || unplanned.some(task => task.id === id))) continue
    const parked = isChanged ? toFreshParked(result) : { ...result, workPlan: null }
    updates.push([refs.result(id), await store.writeJson(parked)])
  }
  return updates
}

/** Tasks that request other work now. */
function listChanged({ plan, before }: Pick<AgainFacts, 'plan' | 'before'>): Task[] {
  return plan.tasks.filter(task => !isSameWork(task, plan, before))
}

/** It still waits, and what it has spent counts. Its work is kept, as that of any task that is redone. */
function toFreshParked(result: TaskResult): TaskResult {
  const parked = result.parked && { ...result.parked, attempt: 1, feedback: [], isDone: false }
  return { ...result, workPlan: null, attempts: 0, reviews: [], parked }
}

/** The ref updates that reopen a task: its branch becomes kept work. */
async function reopen(
  repository: Repository,
  store: RunStore,
  task: TaskId,
): Promise<[string, ObjectId | undefined][]> {
  const { refs } = store
  const branch = await store.resolve(refs.branch(task))
  if (branch === undefined) return [[refs.result(task), undefined]]
  if (!(await isOwnBranch(repository, store, { name: refs.branch(task), id: branch }, task)))
    throw new RefusedError(toForeignText(refs.branch(task)))
  const before = await store.resolve(refs.kept(task))
  const kept = await writeKept(repository, {
    run: store.run,
    name: task,
    commits: before === undefined ? [branch] : [branch, before],
    message: `Branch of task ${task} before it was redone`,
  })
  return [
    [refs.kept(task), kept],
    [refs.branch(task), undefined],
    [refs.result(task), undefined],
  ]
}
