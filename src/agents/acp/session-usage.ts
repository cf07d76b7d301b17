import type { UsageReading } from '../output/agent-signal.ts'
import { numberAt, sum, textAt } from '../output/json-at.ts'

type Amounts = Omit<UsageReading, 'of'>

/** What an attempt uses in a session that may have begun before it. Agents report tokens per turn and cost per session. */
export class SessionUsage {
  private tokens: Amounts = {}
  /** The cost of the session when the attempt began, and now. */
  private before: number | undefined
  private now: number | undefined
  private turnStart: number | undefined

  beginAttempt(): void {
    this.tokens = {}
    this.before = this.now
    this.turnStart = this.now
  }

  /** Takes a `usage_update`. Answers with what the turn has cost so far, when it tells that. */
  takeUpdate(update: unknown): number | undefined {
    const amount = numberAt(update, 'cost', 'amount')
    // Agents that do not know a price tell zero.
    if (amount === undefined || amount === 0 || textAt(update, 'cost', 'currency') !== 'USD') return undefined
    this.now = amount
    return Math.max(0, amount - (this.turnStart ?? 0))
  }

  /** Takes the usage of a turn that has ended. Answers with that of the attempt so far. */
  endTurn(usage: unknown): Amounts {
    const add = (key: keyof Omit<Amounts, 'id'>, path: string) => sum(this.tokens[key], numberAt(usage, path))
    this.tokens = {
      input: add('input', 'inputTokens'),
      cachedRead: add('cachedRead', 'cachedReadTokens'),
      cachedWrite: add('cachedWrite', 'cachedWriteTokens'),
      output: add('output', 'outputTokens'),
      total: add('total', 'totalTokens'),
    }
    this.turnStart = this.now
    const costUsd = this.now === undefined ? undefined : Math.max(0, this.now - (this.before ?? 0))
    return { ...this.tokens, costUsd }
  }
}
