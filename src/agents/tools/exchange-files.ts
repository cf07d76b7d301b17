import { join } from 'node:path'

/** Files for communication between an agent and the harness, alone in a folder that the agent may write to. */
export interface ExchangeFiles {
  readonly exchange: string
  readonly prompt: string
  readonly progress: string
  readonly report: string
  /** The forecast of conflicts. */
  readonly forecast: string
  /** The plan's facts for the tools. */
  readonly facts: string
  /** Messages to other tasks, one a line. */
  readonly outbox: string
  /** Messages from other tasks, one a line. */
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
