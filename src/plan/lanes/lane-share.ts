import type { Task } from '../../model/plan.ts'
import { toEstimates } from '../graph/weights.ts'
import type { Lane } from './lanes.ts'

/** The part of a run's budget that a lane may spend: its tasks' share, by their estimates. Lanes cannot wait for each other's costs. */
export function toLaneShare(tasks: readonly Task[], lane: Pick<Lane, 'tasks'>): number {
  const estimates = toEstimates(tasks)
  const sum = (ids: readonly string[]) => ids.reduce((total, id) => total + (estimates.get(id) ?? 0), 0)
  const whole = sum(tasks.map(({ id }) => id))
  return whole === 0 ? 1 : Math.min(1, sum(lane.tasks) / whole)
}
