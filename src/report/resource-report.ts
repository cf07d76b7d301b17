import type { RunResources } from '../model/checkout/resource-use.ts'
import type { TaskId } from '../model/plan.ts'
import type { Report } from '../model/report.ts'
import type { TaskResult } from '../model/task-result.ts'

type ResourceReport = NonNullable<Report['resources']>

interface RunFacts {
  readonly maxParallel: number
  readonly results: ReadonlyMap<TaskId, TaskResult>
}

/** Resources of a run, its parallel tasks, and whether fewer would have sufficed. */
export function toResourceReport(total: RunResources, { maxParallel, results }: RunFacts): ResourceReport {
  const atOnce = toAtOnce([...results.values()])
  const mostAtOnce = Math.max(0, ...atOnce.map(({ tasks }) => tasks))
  const most = Math.min(maxParallel, mostAtOnce)
  return { ...total, atOnce, mostAtOnce, bottleneck: tryBottleneck([...results.values()], total.cores, most) }
}

/** The number of running tasks, at each change. */
function toAtOnce(results: readonly TaskResult[]): ResourceReport['atOnce'] {
  const ran = results.flatMap(({ startedAt, finishedAt }) =>
    startedAt === null || finishedAt === null
      ? []
      : [{ from: Date.parse(startedAt), to: Date.parse(finishedAt) }],
  )
  const start = Math.min(...ran.map(({ from }) => from))
  const changes = ran.flatMap(({ from, to }) => [
    { at: from, by: 1 },
    { at: Math.max(from, to), by: -1 },
  ])
  const counts = new Map<number, number>()
  let tasks = 0
  for (const { at, by } of changes.sort((a, b) => a.at - b.at || b.by - a.by)) {
    tasks += by
    counts.set(Math.round((at - start) / 100) / 10, tasks)
  }
  return [...counts].map(([second, count]) => ({ second, tasks: count }))
}

/** A task that waited for a CPU for this part of its time was slowed down by the machine. */
const notablePart = 0.2
/** Shorter waits say nothing: every machine is busy for a moment. */
const notableSeconds = 1

/**
 * Without the waits, each task would have kept this many CPUs busy: its CPU seconds divided by the time that it did not wait.
 * Dividing the machine's CPUs by that gives the number of tasks that keep it busy.
 */
function tryBottleneck(
  results: readonly TaskResult[],
  cores: number,
  most: number,
): ResourceReport['bottleneck'] {
  const uses = results.flatMap(({ resources }) => resources ?? [])
  const held = uses.filter(
    ({ seconds, waitedSeconds }) => waitedSeconds >= notableSeconds && waitedSeconds >= seconds * notablePart,
  )
  const busy = held.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0)
  const free = held.reduce((sum, { seconds, waitedSeconds }) => sum + Math.max(0, seconds - waitedSeconds), 0)
  const wanted = busy / Math.max(free, busy / cores)
  const enough = Math.max(1, Math.round(cores / wanted))
  return held.length < 2 || enough >= most ? null : { waited: held.length, maxParallel: enough }
}
