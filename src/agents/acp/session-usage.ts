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
  /** Whether the turn, and the attempt, have told their cost. */
  private hasTurnCost = false
  private hasCost = false
  private lacksTokens = false
  private lacksCost = false

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
    this.hasCost = this.hasTurnCost = this.lacksTokens = this.lacksCost = false
  }

  /** Takes a `usage_update`. Returns the cost of the turn so far, if it has one. */
  takeUpdate(update: unknown): number | undefined {
    const amount = numberAt(update, 'cost', 'amount')
    // Agents without prices report zero.
    if (amount === undefined || amount === 0 || textAt(update, 'cost', 'currency') !== 'USD') return undefined
    // After resuming, an agent may count from zero.
    if (amount < (this.turnStart ?? 0)) this.before = this.turnStart = 0
    this.now = amount
    this.hasCost = this.hasTurnCost = true
    return Math.max(0, amount - (this.turnStart ?? 0))
  }

  /** Takes the usage of an ended turn. Returns that of the attempt so far. */
  endTurn(usage: unknown): Amounts {
    const add = (key: keyof Omit<Amounts, 'id' | 'mayGrow' | 'lacksTokens' | 'lacksCost'>, path: string) =>
      sum(this.tokens[key], numberAt(usage, path))
    this.tokens = {
      input: add('input', 'inputTokens'),
      cachedRead: add('cachedRead', 'cachedReadTokens'),
      cachedWrite: add('cachedWrite', 'cachedWriteTokens'),
      output: add('output', 'outputTokens'),
      total: add('total', 'totalTokens'),
    }
    this.turnStart = this.now
    this.lacksTokens ||=
      numberAt(usage, 'totalTokens') === undefined && numberAt(usage, 'inputTokens') === undefined
    this.lacksCost ||= !this.hasTurnCost
    this.hasTurnCost = false
    const { lacksTokens, lacksCost } = this
    const costUsd = this.hasCost ? Math.max(0, (this.now ?? 0) - (this.before ?? 0)) : undefined
    return { ...this.tokens, costUsd, lacksTokens, lacksCost }
  }
}
