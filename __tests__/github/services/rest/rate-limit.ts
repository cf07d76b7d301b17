/** What one token has used of its requests in this hour. */
export class RateLimits {
  /** Requests of a token in an hour; 1000 for a job's. */
  limit = 1000
  private readonly used = new Map<string, number>()
  private readonly reset = Math.floor(Date.now() / 1000) + 3600

  /** Counts a request. False when the token has none left. */
  count(secret: string): boolean {
    const used = (this.used.get(secret) ?? 0) + 1
    this.used.set(secret, used)
    return used <= this.limit
  }

  toHeaders(secret: string): Record<string, string> {
    const used = this.used.get(secret) ?? 0
    return {
      'x-ratelimit-limit': String(this.limit),
      'x-ratelimit-remaining': String(Math.max(0, this.limit - used)),
      'x-ratelimit-used': String(used),
      'x-ratelimit-reset': String(this.reset),
      'x-ratelimit-resource': 'core',
    }
  }
}
