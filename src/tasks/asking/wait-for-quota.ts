import type { RunContext } from '../../run/run-context.ts'
import type { HeldTurn } from './held-turn.ts'
import { sleepUntil } from './sleep-until.ts'

/**
 * Waits until a parked turn can be taken again, for what is asked outside of the order of tasks: it stands ready. False: it cannot,
 * or the run does not wait that long.
 */
export async function waitForQuota(
  { longestQuotaWaitMs, accounts, signal }: RunContext,
  { outcome, reason, retryAt }: HeldTurn,
  tell: (text: string) => Promise<void>,
): Promise<boolean> {
  if (outcome !== 'parked' || retryAt === undefined) return false
  if (retryAt - Date.now() > longestQuotaWaitMs) {
    accounts.noteUndone(retryAt)
    return false
  }
  await tell(`${reason}; asking again at ${new Date(retryAt).toISOString()}`)
  await sleepUntil(retryAt, signal)
  return true
}
