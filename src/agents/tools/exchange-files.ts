import { join } from 'node:path'

/** The files by which an agent and the harness tell each other things: alone in a folder that the agent may write. */
export interface ExchangeFiles {
  readonly exchange: string
  readonly prompt: string
  readonly progress: string
  readonly report: string
  /** What is known of coming conflicts. */
  readonly forecast: string
  /** What the tools can tell about the plan. */
  readonly facts: string
  /** Messages to other tasks, a line each. */
  readonly outbox: string
  /** Messages of other tasks, a line each. */
  readonly inbox: string
}

export function toExchangeFiles(exchange: string): ExchangeFiles {
  return {
    exchange,
    prompt: join(exchange, 'prompt.md'),
    progress: join(exchange, 'progress.jsonl'),
    report: join(exchange, 'report.md'),
    forecast: join(exchange, 'forecast.md'),
    facts: join(exchange, 'facts.json'),
    outbox: join(exchange, 'outbox.jsonl'),
    inbox: join(exchange, 'inbox.jsonl'),
  }
}
