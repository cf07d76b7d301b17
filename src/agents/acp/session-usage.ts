import type { UsageReading } from '../output/agent-signal.ts'
import { numberAt, sum, textAt } from '../output/json-at.ts'

type Amounts = Omit<UsageReading, 'of'>

/** Usage of an attempt in a session that may be older. Agents report tokens per turn and cost per session. */
export class SessionUsage {
  private tokens: Amounts = {}
  /** The session's cost at the start of the attempt, and now. */
  private before: number | undefined
  private now: number | undefined
  private turnStart: number | undefined

  /** For a resumed session: its earlier cost counts for others. */
  continueFrom(costUsd: number | undefined): void {
    this.before = this.now = this.turnStart = costUsd
  }

  /** Its cost at the start of the attempt. */
  get costBeforeUsd(): number | undefined {
    return this.before
  }

  /** The cost of the whole session. */
  get sessionCostUsd(): number | undefined {
    return this.now
  }

  beginAttempt(): void {
    this.tokens = {}
    this.before = this.now
    this.turnStart = this.now
  }

  /** Takes a `usage_update`. Returns the cost of the turn so far, if it has one. */
  takeUpdate(update: unknown): number | undefined {
    const amount = numberAt(update, 'cost', 'amount')
    // Agents without prices report zero.
    if (amount === undefined || amount === 0 || textAt(update, 'cost', 'currency') !== 'USD') return undefined
    // After resuming, an agent may count from zero.
    if (amount < (this.turnStart ?? 0)) this.before = this.turnStart = 0
    this.now = amount
    return Math.max(0, amount - (this.turnStart ?? 0))
  }

  /** Takes the usage of an ended turn. Returns that of the attempt so far. */
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
