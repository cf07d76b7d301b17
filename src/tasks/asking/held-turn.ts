/** An agent that was not started. */
export interface HeldTurn {
  readonly kind: 'held'
  readonly outcome: 'parked' | 'infrastructure-error' | 'over-budget'
  readonly reason: string
  /** In milliseconds since 1970. */
  readonly retryAt?: number
  /** The agent whose quota is used up. */
  readonly agent?: string
}
