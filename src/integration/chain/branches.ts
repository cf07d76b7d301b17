import type { ObjectId } from '../../git/objects/objects.ts'
import { readContainment } from '../../git/refs/containment.ts'
import { joinBranches } from '../../merging/join-branches.ts'
import type { ForecastConflict } from '../../model/forecast-conflict.ts'
import type { Plan, Task, TaskId } from '../../model/plan.ts'
import type { TaskResult } from '../../model/task-result.ts'
import { toMergeOrder } from '../../plan/graph/merge-order.ts'
import type { RunContext } from '../../run/run-context.ts'
import { announceForecast } from '../../tasks/forecast/announce.ts'
import { Expectations } from '../../tasks/forecast/expectations.ts'
import { Forecast } from '../../tasks/forecast/forecast.ts'
import { readBranchLine } from '../../tasks/forecast/forecast-lines.ts'
import { toResultTrailers } from '../../tasks/work/agent-trailers.ts'
import { readStarts, toContainedTasks } from '../../tasks/work/order-facts.ts'
import type { Branch } from './merge-step.ts'

export interface ChainBranches {
  readonly branches: readonly Branch[]
  /** The base with all work that landed in it as part of its history. */
  readonly joinedBase: ObjectId
}

/** The branches of all successful tasks, in merge order, which depends on the forecast. Announces the forecast. */
export async function readBranches(
  context: RunContext,
  base: ObjectId,
  results: ReadonlyMap<TaskId, TaskResult>,
  isTrial: boolean,
): Promise<ChainBranches> {
  const tasks = context.plan.tasks.filter(task => toCommit(results.get(task.id)) !== undefined)
  const commits = new Map(tasks.map(task => [task.id, toCommit(results.get(task.id)) as ObjectId]))
  const toJoined = await join(context, base, results)
  const joined = new Map([...commits].map(([id, commit]) => [id, toJoined(commit)]))
  const all = [...new Set([...commits.values(), ...joined.values()])]
  const containment = await readContainment(context.control, toJoined(base), all)
  const contained = toContainedTasks(containment, commits, joined)
  const merged = tasks.map(({ id }) => results.get(id) as TaskResult)
  const facts = { contained, starts: await readStarts(context.repository, context.run, merged) }
  const forecast = await readForecast(context, toMergeOrder(tasks, { ...facts, forecast: [] }), joined)
  if (!isTrial) await announceForecast(context, forecast)
  const taskOf = new Map(tasks.map(task => [task.id, task]))
  const branches = toMergeOrder(tasks, { ...facts, forecast }).map(id => {
    const commit = commits.get(id) as ObjectId
    return {
      ...toBranchFacts(context.plan, taskOf.get(id) as Task, results, contained),
      commit,
      joined: toJoined(commit),
      isInBase: containment.inBase.has(commit),
    }
  })
  return { branches, joinedBase: toJoined(base) }
}

async function readForecast(
  context: RunContext,
  inOrder: readonly TaskId[],
  joined: ReadonlyMap<TaskId, ObjectId>,
): Promise<ForecastConflict[]> {
  const lines = inOrder.map(id => readBranchLine(context, id, joined.get(id) as ObjectId))
  const reader = new Forecast(context)
  return new Expectations(context, reader).add(await reader.read(await Promise.all(lines)))
}

/** A prerequisite that was allowed to change nothing has no branch to wait for. */
function toBranchFacts(
  plan: Plan,
  task: Task,
  results: ReadonlyMap<TaskId, TaskResult>,
  contained: ReadonlyMap<TaskId, ReadonlySet<TaskId>>,
): Pick<Branch, 'task' | 'title' | 'summary' | 'credits' | 'requires'> {
  const needs = task.needs.filter(id => results.get(id)?.outcome !== 'no-changes')
  return {
    task: task.id,
    title: task.title,
    summary: results.get(task.id)?.summary ?? null,
    credits: toResultTrailers(plan, task, results.get(task.id)),
    requires: new Set([...needs, ...(contained.get(task.id) ?? [])]),
  }
}

/** Trusts the start of each task and the base: agents made neither. */
async function join(
  { control, run, base: runBase, start, store }: RunContext,
  base: ObjectId,
  results: ReadonlyMap<TaskId, TaskResult>,
): Promise<(commit: ObjectId) => ObjectId> {
  const ended = [...results.values()]
  const commits = ended.flatMap(result => toCommit(result) ?? [])
  const starts = ended.flatMap(result => (toCommit(result) === undefined ? [] : (result.base ?? [])))
  const integration = (await store.resolve(store.refs.integration)) ?? []
  const trusted = [base, start, ...starts].concat(integration)
  return joinBranches({ control, run, base: runBase, trusted, commits: [base, ...commits] })
}

function toCommit(result: TaskResult | undefined): ObjectId | undefined {
  return result?.outcome === 'succeeded' && !result.rolledBack ? (result.commit ?? undefined) : undefined
}
