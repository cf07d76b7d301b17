import type { Agent } from '../../model/plan.ts'
import { type AccountId, toAccountId, toSettingsId } from './account.ts'
import { Waiters } from './waiters.ts'

/** Why no agent can start on an account right now. */
export type AccountBlock =
  /** Its quota is used up until then (milliseconds since 1970). */
  | { readonly kind: 'parked'; readonly until: number; readonly reason: string }
  /** A retry cannot help. */
  | { readonly kind: 'refused'; readonly reason: string }

interface AccountState {
  running: number
  /** Parallel agents; infinite until the first transient error. */
  limit: number
  /** Consecutive transient errors. */
  failures: number
  /** How often in a row its quota was used up. */
  parks: number
  block: AccountBlock | undefined
  readonly waiters: Waiters
}

/** How long to wait for a quota with an unknown reset time; doubled with each retry. */
const firstParkMs = 15 * 60_000
const longestParkMs = 2 * 3600_000
/** Above this limit, the account counts as unlimited again. */
const freeLimit = 64

/** State of the accounts that a run's agents use. */
export class Accounts {
  private waitsUntil: number | undefined
  private readonly states = new Map<AccountId, AccountState>()
  /** Why agents with some settings cannot work, by account and settings. */
  private readonly wrongSettings = new Map<string, string>()

  /** Why an agent cannot be started; undefined: it can. */
  blockOf(agent: Agent, now: number): AccountBlock | undefined {
    const reason = this.wrongSettings.get(toSettingsId(agent))
    if (reason !== undefined) return { kind: 'refused', reason }
    const { block } = this.stateOf(agent)
    return block?.kind === 'parked' && block.until <= now ? undefined : block
  }

  /** The agent, or its first fallback that is not blocked. */
  choose(agent: Agent, agents: Readonly<Record<string, Agent>>, now: number): Agent {
    for (let next: Agent | undefined = agent; next !== undefined; next = agents[next.fallback ?? ''])
      if (this.blockOf(next, now) === undefined) return next
    return agent
  }

  /** Starts no more agents of an account until its quota resets. Returns that time. */
  park(agent: Agent, reason: string, retryAt: number | undefined, now: number): number {
    const state = this.stateOf(agent)
    const { block } = state
    // It was at work when another agent used the quota up.
    const isKnown = block?.kind === 'parked' && block.until > now
    if (isKnown && retryAt === undefined) return block.until
    // Wait longer each time a reset has passed without effect.
    const doublings = isKnown ? Math.max(0, state.parks - 1) : state.parks++
    const guess = now + Math.min(firstParkMs * 2 ** doublings, longestParkMs)
    const least = now + Math.min(1000 * 2 ** doublings, firstParkMs)
    const until = Math.max(retryAt ?? guess, least)
    state.block = { kind: 'parked', until, reason }
    return until
  }

  /** Notes that something was left undone until an account resets, because the plan does not wait for that (`on-quota: stop`). */
  noteUndone(until: number): void {
    this.waitsUntil = Math.min(until, this.waitsUntil ?? until)
  }

  /** When what was left undone since the last call can be done; undefined: there is nothing. */
  takeUndone(): number | undefined {
    const until = this.waitsUntil
    this.waitsUntil = undefined
    return until
  }

  refuse(agent: Agent, reason: string): void {
    this.stateOf(agent).block = { kind: 'refused', reason }
  }

  /** Starts no more agents with these settings. Others of the same account continue. */
  refuseSettings(agent: Agent, reason: string): void {
    this.wrongSettings.set(toSettingsId(agent), reason)
  }

  /** Lowers the limit of parallel agents: at the first rate limit, or at the second consecutive error. */
  noteError(agent: Agent, kind: 'transient' | 'rate-limited'): void {
    const state = this.stateOf(agent)
    state.failures++
    if (kind === 'rate-limited' || state.failures > 1)
      state.limit = Math.max(1, Math.floor(Math.min(state.limit, state.running + 1) / 2))
  }

  /** Raises the limit of parallel agents by one. */
  noteSuccess(agent: Agent): void {
    const state = this.stateOf(agent)
    state.failures = 0
    state.parks = 0
    state.limit = state.limit + 1 > freeLimit ? Number.POSITIVE_INFINITY : state.limit + 1
    state.waiters.wake()
  }

  hasRoom(agent: Agent): boolean {
    const { running, limit } = this.stateOf(agent)
    return running < limit
  }

  /** Waits for a slot of an account, or until the signal aborts. Call `leave` in any case. */
  async enter(agent: Agent, signal: AbortSignal): Promise<void> {
    const state = this.stateOf(agent)
    while (state.running >= state.limit && !signal.aborted) await state.waiters.wait(signal)
    state.running++
  }

  leave(agent: Agent): void {
    const state = this.stateOf(agent)
    state.running--
    state.waiters.wake()
  }

  private stateOf(agent: Agent): AccountState {
    const id = toAccountId(agent)
    const known = this.states.get(id)
    if (known !== undefined) return known
    const limit = Number.POSITIVE_INFINITY
    const fresh = { running: 0, limit, failures: 0, parks: 0, block: undefined, waiters: new Waiters() }
    this.states.set(id, fresh)
    return fresh
  }
}
