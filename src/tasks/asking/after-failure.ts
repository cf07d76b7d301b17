import type { AgentFailure } from '../../agents/agent-end.ts'
import type { Agent } from '../../model/plan.ts'
import { jitter, jitterAfter } from '../../model/timing/delays.ts'
import type { RunContext } from '../../run/run-context.ts'
import type { HeldTurn } from './held-turn.ts'

/** What follows an attempt that failed through no fault of the task. */
export type Consequence =
  /** It is repeated: by another agent at once, or after a delay. */
  | { readonly kind: 'again'; readonly reason: string; readonly seconds: number; readonly byOther: boolean }
  | HeldTurn

/** @param failures Number of such failures since the last attempt that counted. */
export function settleFailure(
  context: RunContext,
  agent: Agent,
  failure: AgentFailure,
  failures: number,
): Consequence {
  const { accounts, plan } = context
  const { kind, reason, retryAt } = failure
  if (kind === 'quota') return parkAccount(context, agent, reason, retryAt)
  if (kind === 'permanent') {
    blockAccount(context, agent, failure)
    if (hasSubstitute(context, agent)) return { kind: 'again', reason, seconds: 0, byOther: true }
    return { kind: 'held', outcome: 'infrastructure-error', reason }
  }
  accounts.noteError(agent, kind)
  const isLast = plan.backoffSeconds[failures] === undefined
  if (kind === 'rate-limited' && isLast) return parkAccount(context, agent, reason, undefined)
  return chooseBackOff(context, reason, failures, retryAt)
}

/** Starts no more agents of an account that is used up or refused. To repeat it changes nothing. */
export function blockAccount({ accounts }: RunContext, agent: Agent, failure: AgentFailure): void {
  const { kind, reason, retryAt, isOfSettings } = failure
  if (kind === 'quota') accounts.park(agent, reason, retryAt, Date.now())
  else if (kind === 'permanent' && isOfSettings === true) accounts.refuseSettings(agent, reason)
  else if (kind === 'permanent') accounts.refuse(agent, reason)
}

/** Waits longer each time, and finally gives up. */
export function chooseBackOff(
  { plan }: RunContext,
  reason: string,
  failures: number,
  retryAt?: number,
): Consequence {
  const seconds = plan.backoffSeconds[failures]
  if (seconds === undefined) return { kind: 'held', outcome: 'infrastructure-error', reason }
  return { kind: 'again', reason, seconds: chooseWaitSeconds(seconds, retryAt), byOther: false }
}

function parkAccount(
  context: RunContext,
  agent: Agent,
  reason: string,
  retryAt: number | undefined,
): Consequence {
  const until = context.accounts.park(agent, reason, retryAt, Date.now())
  if (hasSubstitute(context, agent)) return { kind: 'again', reason, seconds: 0, byOther: true }
  return { kind: 'held', outcome: 'parked', reason, retryAt: until, agent: agent.name }
}

/** Whether another agent can make the same attempt. */
function hasSubstitute({ accounts, plan }: RunContext, agent: Agent): boolean {
  return accounts.choose(agent, plan.agents, Date.now()).name !== agent.name
}

/** With jitter, and never before the time that the service gave. */
function chooseWaitSeconds(seconds: number, retryAt: number | undefined): number {
  if (retryAt === undefined) return jitter(seconds)
  return jitterAfter(Math.max(0, retryAt - Date.now()) / 1000, Math.min(seconds, 5))
}
