/** What an attempt has cost. Null where the agent does not say. */
export interface Usage {
  /** Input, cached input and output together. */
  readonly tokens: number | null
  readonly costUsd: number | null
}

/** Reads what an agent prints, line by line. Each kind of agent has one of its own. */
export interface OutputReader {
  /** Takes a line; answers with a few words about what the agent is doing, if the line tells. */
  take(line: string): string | undefined
  usage(): Usage
  /** Trouble that is not the task's (the service is overloaded, limits the rate, cannot be reached); the last one seen. */
  trouble(): string | undefined
}

export const unknownUsage: Usage = { tokens: null, costUsd: null }

/** For agents that print plain text. */
export class PlainOutputReader implements OutputReader {
  take(line: string): string | undefined {
    return toActivity(line)
  }

  usage(): Usage {
    return unknownUsage
  }

  trouble(): undefined {
    return undefined
  }
}

type Json = Readonly<Record<string, unknown>>

/** For agents that print one JSON object a line. What the objects mean is given by the kind of agent. */
export class JsonOutputReader implements OutputReader {
  private readonly events: EventReader
  private tokens: number | null = null
  private costUsd: number | null = null
  private lastTrouble: string | undefined

  constructor(events: EventReader) {
    this.events = events
  }

  take(line: string): string | undefined {
    const event = tryJson(line)
    if (event === undefined) {
      this.noteTrouble(line)
      return toActivity(line)
    }
    const { tokens, costUsd, activity, error } = this.events(event)
    if (tokens !== undefined) this.tokens = (this.tokens ?? 0) + tokens
    if (costUsd !== undefined) this.costUsd = (this.costUsd ?? 0) + costUsd
    if (error !== undefined) this.noteTrouble(error)
    return activity === undefined ? undefined : toActivity(activity)
  }

  usage(): Usage {
    return { tokens: this.tokens, costUsd: this.costUsd }
  }

  trouble(): string | undefined {
    return this.lastTrouble
  }

  private noteTrouble(text: string): void {
    if (isServiceTrouble(text)) this.lastTrouble = toActivity(text)
  }
}

/** What one event of an agent says. Tokens and costs are added up over the events. */
export type EventReader = (event: Json) => {
  readonly activity?: string | undefined
  readonly tokens?: number | undefined
  readonly costUsd?: number | undefined
  readonly error?: string | undefined
}

function tryJson(line: string): Json | undefined {
  if (!line.startsWith('{')) return undefined
  try {
    return JSON.parse(line) as Json
  } catch {
    return undefined // a line that only looks like JSON is text
  }
}

const serviceTrouble =
  /\b(429|5\d\d)\b.{0,80}(error|status|unavailable|overloaded|timeout|gateway)|(error|status)[^a-z]{0,20}\b(429|5\d\d)\b|rate.?limit|too many requests|overloaded|ECONNRESET|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|socket hang up|connection error/i

function isServiceTrouble(text: string): boolean {
  return serviceTrouble.test(text)
}

/** One line of at most 200 characters, without control characters (so without colours or cursor movements). */
export function toActivity(text: string): string | undefined {
  const line = text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: terminal escape sequences are what is taken out
    .replace(/\u001b(\[[0-9;?]*[ -/]*[@-~]|\][^\u0007]*\u0007|.)/g, '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: so are all other control characters
    .replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ')
    .trim()
  return line === '' ? undefined : line.slice(0, 200)
}

/** Reads inside an event whose shape is not known for sure. */
export function at(value: unknown, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null
        ? (inner as Record<string | number, unknown>)[step]
        : undefined,
    value,
  )
}

export function numberAt(value: unknown, ...path: (string | number)[]): number | undefined {
  const found = at(value, ...path)
  return typeof found === 'number' && Number.isFinite(found) ? found : undefined
}

export function textAt(value: unknown, ...path: (string | number)[]): string | undefined {
  const found = at(value, ...path)
  return typeof found === 'string' ? found : undefined
}

/** The sum of those numbers that are there; undefined when none is. */
export function sum(...numbers: readonly (number | undefined)[]): number | undefined {
  const known = numbers.filter(number => number !== undefined)
  return known.length === 0 ? undefined : known.reduce((total, number) => total + number, 0)
}
