import type { Task } from '../../model/plan.ts'

/** The limit that stopped an agent. */
export function toLimitReason(
  kind: 'timed-out' | 'stalled',
  { timeoutMinutes, stallMinutes }: Pick<Task, 'timeoutMinutes' | 'stallMinutes'>,
): string {
  return kind === 'timed-out'
    ? `the agent took longer than ${timeoutMinutes} minutes`
    : `the agent was inactive for ${stallMinutes} minutes (no output, no CPU, no change)`
}
