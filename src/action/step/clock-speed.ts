import type { Step } from './step.ts'

/** How fast a lane's clock goes while it waits for other jobs: more than 1 only where tests have set it on the runner. */
export function toClockSpeed(env: Step['env']): number {
  const speed = Number(env.PARALLEL_AGENTS_CLOCK_SPEED)
  return speed >= 1 && speed <= 1000 ? speed : 1
}
