import type { Task, TaskId } from '../../model/plan.ts'
import { type Chain, toChains } from '../graph/chains.ts'
import type { Node } from '../graph/graph.ts'
import { toListSchedule } from '../graph/list-schedule.ts'
import { toEstimates } from '../graph/weights.ts'
import { toLaneName } from './lane-name.ts'

/** The tasks of one job, in order: an entry of `matrix: { lane: ${{ fromJSON(…) }} }`. */
export interface Lane {
  /** `lane-1`, `lane-2`, …: the order in which jobs should start. */
  readonly id: string
  /** The tasks, for the page of the run. */
  readonly name: string
  readonly tasks: readonly TaskId[]
  /** Parallel tasks; absent: one. */
  readonly slots?: number
  /** Tasks with a final outcome that no lane runs: dependents need not wait for them. */
  readonly settled?: readonly TaskId[]
}

export interface LaneOptions {
  /** How many jobs can run at once for certain. Undefined: the limit of the smallest GitHub account. */
  readonly maxParallel: number | undefined
  /** How many agents share a runner; absent: each has its own. */
  readonly agentsPerRunner?: number | undefined
}

/** Maximum jobs of a matrix. https://docs.github.com/en/actions/reference/limits */
export const matrixJobs = 256
/** Concurrent jobs of the smallest account. */
const smallestConcurrency = 20

/** A lane under construction. */
interface OpenLane {
  readonly chains: Chain[]
  freeAt: number
  readonly slots: number
}

/**
 * Spreads tasks over lanes. Prerequisites outside these tasks count as done. Rules:
 * 1. a chain of tasks shares a lane;
 * 2. if no chain waits for another, each has a lane, up to the maximum of a matrix: jobs beyond the concurrency limit just queue;
 * 3. else there are at most as many lanes as can run at once, because a lane that holds a runner may wait for any other;
 * 4. chains begin in the order of a list schedule on that many lanes, longest remaining path first (Graham 1966);
 * 5. a chain goes to the lane that has just finished its prerequisite, else to the lane that has been free for longest, so that
 *    wrong estimates rarely make it wait for unrelated tasks; else to a new lane;
 * 6. if agents share runners, the schedule has that many times more lanes, and those that begin at about the same time become one
 *    with that many parallel tasks.
 *
 * Lanes cannot deadlock: all follow the order in which the schedule begins chains, which is a topological one. Its first unfinished
 * task waits for nothing and is the next of its lane, and that lane runs or will run: by rule 2 every lane ends by itself, or by
 * rule 3 each has a runner.
 */
export function toLanes(
  tasks: readonly (Node & Pick<Task, 'estimateMinutes'>)[],
  { maxParallel = smallestConcurrency, agentsPerRunner = 1 }: LaneOptions,
): Lane[] {
  const chains = toChains(tasks)
  const areIndependent = chains.every(chain => chain.needs.length === 0)
  const minutes = toChainMinutes(chains, toEstimates(tasks))
  const most = areIndependent ? matrixJobs : Math.min(maxParallel, matrixJobs)
  const { starts } = toListSchedule(chains, minutes, most * agentsPerRunner)
  const open = fillLanes(chains, minutes, starts)
  return (agentsPerRunner === 1 ? open : toShared(open, starts, agentsPerRunner)).map(toLane)
}

/** Lanes that begin and end at about the same time share a runner, which is held until the last of them ends. */
function toShared(
  lanes: readonly OpenLane[],
  starts: ReadonlyMap<TaskId, number>,
  agents: number,
): OpenLane[] {
  const startOf = ({ chains }: OpenLane) => starts.get(chains[0]?.id ?? '') ?? 0
  const sorted = lanes.toSorted((a, b) => startOf(a) - startOf(b) || b.freeAt - a.freeAt)
  const order = new Map([...starts.keys()].map((id, index) => [id, index]))
  return Array.from({ length: Math.ceil(sorted.length / agents) }, (_, index) => {
    const group = sorted.slice(index * agents, (index + 1) * agents)
    const chains = group.flatMap(lane => lane.chains)
    chains.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
    return { chains, freeAt: Math.max(...group.map(lane => lane.freeAt)), slots: group.length }
  })
}

function toChainMinutes(
  chains: readonly Chain[],
  estimates: ReadonlyMap<TaskId, number>,
): Map<TaskId, number> {
  return new Map(
    chains.map(({ id, tasks }) => [id, tasks.reduce((sum, task) => sum + (estimates.get(task) ?? 0), 0)]),
  )
}

function fillLanes(
  chains: readonly Chain[],
  minutes: ReadonlyMap<TaskId, number>,
  starts: ReadonlyMap<TaskId, number>,
): OpenLane[] {
  const chainOf = new Map(chains.map(chain => [chain.id, chain]))
  const lanes: OpenLane[] = []
  for (const [id, start] of starts) {
    const chain = chainOf.get(id) as Chain
    const free = lanes.filter(lane => lane.freeAt <= start).sort((a, b) => a.freeAt - b.freeAt)
    const lane = free.findLast(({ chains }) => isNeeded(chains, chain)) ?? free[0] ?? openLane(lanes)
    lane.chains.push(chain)
    lane.freeAt = start + (minutes.get(id) ?? 0)
  }
  return lanes
}

/** Whether a chain waits for the last task of a lane. */
function isNeeded(chains: readonly Chain[], { needs }: Chain): boolean {
  return needs.includes((chains.at(-1) as Chain).id)
}

function openLane(lanes: OpenLane[]): OpenLane {
  const lane = { chains: [], freeAt: 0, slots: 1 }
  lanes.push(lane)
  return lane
}

function toLane({ chains, slots }: OpenLane, index: number): Lane {
  const tasks = chains.flatMap(chain => chain.tasks)
  const common = { id: `lane-${index + 1}`, name: toLaneName(tasks), tasks }
  return slots === 1 ? common : { ...common, slots }
}
