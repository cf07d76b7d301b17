import type { TaskResult } from '../../model/task-result.ts'

/** Why a task did not succeed or land; of one that waits for a quota, also until when. */
export function toReasonText({
  outcome,
  reason,
  retryAt,
}: Pick<TaskResult, 'outcome' | 'reason' | 'retryAt'>): string {
  if (outcome !== 'parked' || retryAt === null) return reason ?? ''
  const time = `waits until ${retryAt.slice(0, 10)} ${retryAt.slice(11, 16)} UTC`
  return reason === null ? time : `${time}: ${reason}`
}
