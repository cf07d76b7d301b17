import { setTimeout as sleep } from 'node:timers/promises'
import type { Agent } from '../../model/plan.ts'
import type { RunContext } from '../../run/run-context.ts'
import { writeLogLine } from '../../run/task-log.ts'
import { type Consequence, settleFailure } from './after-failure.ts'
import { type AgentTurn, type TurnOrder, takeAgentTurn } from './agent-turn.ts'
import { waitForQuota } from './wait-for-quota.ts'

export interface TurnsRequest {
  readonly agent: Agent
  readonly log: string
  readonly ask: TurnOrder['run']
}

export type TurnWithBackoff = AgentTurn | { readonly kind: 'stopped' }

/**
 * Turns of an agent outside of tasks: reviews, plans, conflicts. Failures that are not its own, such as limits, are waited out as in
 * a task: what it is asked about stands ready.
 */
export class TurnsWithBackoff {
  private readonly context: RunContext
  private readonly request: TurnsRequest
  /** Transient failures since the last answer. */
  private failures = 0

  constructor(context: RunContext, request: TurnsRequest) {
    this.context = context
    this.request = request
  }

  /** An answer that counts, however the agent ended. */
  async take(): Promise<TurnWithBackoff> {
    for (;;) {
      const turn = await this.tryTurn()
      if (turn.kind === 'held' && (await waitForQuota(this.context, turn, text => this.note(text)))) continue
      if (turn.kind !== 'again') return turn
      await this.note(
        `${turn.reason}; ${turn.byOther ? 'asking another agent' : `asking again in ${Math.round(turn.seconds)} s`}`,
      )
      await sleep(turn.seconds * 1000, undefined, { signal: this.context.signal }).catch(() => {}) // stopped: the next turn ends at once
    }
  }

  private async tryTurn(): Promise<TurnWithBackoff | Consequence> {
    const { context } = this
    if (context.signal.aborted) return { kind: 'stopped' }
    const { agent, ask } = this.request
    const turn = await takeAgentTurn(context, { agent, estimateMinutes: undefined, run: ask })
    if (turn.kind === 'held') return turn
    const { end } = turn.answer
    if (end.kind === 'stopped') return { kind: 'stopped' }
    if (end.kind === 'over-budget')
      return {
        kind: 'held',
        outcome: 'over-budget',
        reason: context.budget.describe(turn.agent.name, undefined),
      }
    if ('retryAt' in end) return settleFailure(context, turn.agent, end, this.failures++)
    context.accounts.noteSuccess(turn.agent)
    this.failures = 0
    return turn
  }

  private note(text: string): Promise<void> {
    return writeLogLine(this.request.log, text)
  }
}
