import type { Step } from './step.ts'

/** The speed of a lane's clock while it waits for other jobs: more than 1 only if tests set it on the runner. */
export function toClockSpeed(env: Step['env']): number {
  const speed = Number(env.PARALLEL_AGENTS_CLOCK_SPEED)
  return speed >= 1 && speed <= 1000 ? speed : 1
}
