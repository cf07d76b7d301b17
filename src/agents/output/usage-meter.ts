import type { Usage } from '../../model/usage.ts'
import type { UsageReading } from './agent-signal.ts'
import { sum } from './json-at.ts'

/** Sums up the usage in the events of one process. */
export class UsageMeter {
  private session: UsageReading | undefined
  private readonly steps = new Map<string, UsageReading>()
  private unnamed = 0

  take(reading: UsageReading): void {
    if (reading.of === 'session') {
      const tellsNothing = toTotal(reading) === undefined && reading.costUsd === undefined
      if (tellsNothing && this.steps.size > 0) return // what the steps have told is all that is known
      this.session = reading
      this.steps.clear()
    } else {
      this.steps.set(reading.id ?? ` ${this.unnamed++}`, reading)
    }
  }

  /** @param isWhole Whether the process ended by itself, so that nothing is missing. */
  toUsage(isWhole: boolean): Usage {
    const all = [...(this.session === undefined ? [] : [this.session]), ...this.steps.values()]
    const add = (key: 'input' | 'cachedRead' | 'cachedWrite' | 'output' | 'costUsd') =>
      sum(...all.map(reading => reading[key])) ?? null
    const total = sum(...all.map(toTotal)) ?? null
    const costUsd = add('costUsd')
    const isLast = this.session !== undefined && this.session.mayGrow !== true && this.steps.size === 0
    const isCurrent = isWhole || isLast
    const knownOf = (isThere: (reading: UsageReading) => boolean, lacks: 'lacksTokens' | 'lacksCost') => {
      const told = all.filter(isThere).length
      if (told === 0) return 'none' as const
      const isWhole = isCurrent && told === all.length && !all.some(reading => reading[lacks] === true)
      return isWhole ? ('all' as const) : 'part'
    }
    return {
      input: add('input'),
      cachedRead: add('cachedRead'),
      cachedWrite: add('cachedWrite'),
      output: add('output'),
      total,
      known: knownOf(reading => toTotal(reading) !== undefined, 'lacksTokens'),
      costUsd,
      costKnown: knownOf(reading => reading.costUsd !== undefined, 'lacksCost'),
    }
  }
}

function toTotal({ total, input, cachedRead, cachedWrite, output }: UsageReading): number | undefined {
  return total ?? sum(input, cachedRead, cachedWrite, output)
}
