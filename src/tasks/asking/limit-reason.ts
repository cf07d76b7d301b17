import type { Task } from '../../model/plan.ts'

/** Why an agent was ended that did not end by itself. */
export function toLimitReason(
  kind: 'timed-out' | 'stalled',
  { timeoutMinutes, stallMinutes }: Pick<Task, 'timeoutMinutes' | 'stallMinutes'>,
): string {
  return kind === 'timed-out'
    ? `the agent took longer than ${timeoutMinutes} minutes`
    : `the agent was inactive for ${stallMinutes} minutes (no output, no CPU, no change)`
}
