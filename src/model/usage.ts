import * as z from 'zod'

const amount = z.number().nonnegative().nullable()
const known = z.enum(['all', 'part', 'none'])

/** Whether a sum is complete: the usage of an agent that was killed or does not report it is unknown. */
export type Known = z.output<typeof known>

/** Usage of agents. Null is unknown, never zero; if only a part is known, the true value is at least that. */
export const usageSchema = z.object({
  /** Input tokens that did not come from a cache. */
  input: amount,
  cachedRead: amount,
  cachedWrite: amount,
  /** Output tokens, thoughts included. */
  output: amount,
  /** All tokens together. */
  total: amount,
  known,
  costUsd: amount,
  costKnown: known,
})

export type Usage = Readonly<z.output<typeof usageSchema>>

export const unknownUsage: Usage = {
  input: null,
  cachedRead: null,
  cachedWrite: null,
  output: null,
  total: null,
  known: 'none',
  costUsd: null,
  costKnown: 'none',
}

/** The usage of an agent that does not report it, as counted outside of the agent. */
export function withCounted(
  usage: Usage,
  { input, output }: { readonly input: number; readonly output: number },
): Usage {
  if (usage.known !== 'none' || input + output === 0) return usage
  return { ...usage, input, output, total: input + output, known: 'part' }
}

/** A usage of nothing, which leaves another one as it is when they are added. */
export function toNoFurtherUsage(usage: Usage = unknownUsage): Usage {
  const none = (amount: number | null) => (amount === null ? null : 0)
  const { input, cachedRead, cachedWrite, output, total, costUsd } = usage
  return {
    ...usage,
    input: none(input),
    cachedRead: none(cachedRead),
    cachedWrite: none(cachedWrite),
    output: none(output),
    total: none(total),
    costUsd: none(costUsd),
  }
}

/** The sum of two usages. Undefined: none. */
export function addUsage(a: Usage | undefined, b: Usage | undefined): Usage | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return {
    input: addAmounts(a.input, b.input),
    cachedRead: addAmounts(a.cachedRead, b.cachedRead),
    cachedWrite: addAmounts(a.cachedWrite, b.cachedWrite),
    output: addAmounts(a.output, b.output),
    total: addAmounts(a.total, b.total),
    known: a.known === b.known ? a.known : 'part',
    costUsd: toPlain(addAmounts(a.costUsd, b.costUsd)),
    costKnown: a.costKnown === b.costKnown ? a.costKnown : 'part',
  }
}

/** What was used since an earlier usage that is part of it, by agents that were interrupted. */
export function toUsageSince(now: Usage, before: Usage | undefined): Usage {
  const since = (key: 'input' | 'cachedRead' | 'cachedWrite' | 'output' | 'total' | 'costUsd') =>
    now[key] === null ? null : Math.max(0, now[key] - (before?.[key] ?? 0))
  const knownOf = (amount: number | null) => (amount === null ? ('none' as const) : ('part' as const))
  const input = since('input')
  const total = since('total')
  const costUsd = toPlain(since('costUsd'))
  const cached = { cachedRead: since('cachedRead'), cachedWrite: since('cachedWrite') }
  return {
    input,
    ...cached,
    output: since('output'),
    total,
    known: knownOf(total),
    costUsd,
    costKnown: knownOf(costUsd),
  }
}

/** The sum of all usages; undefined if there is none. */
export function sumUsage(usages: readonly (Usage | undefined)[]): Usage | undefined {
  return usages.reduce(addUsage, undefined)
}

function addAmounts(a: number | null, b: number | null): number | null {
  return a === null ? b : a + (b ?? 0)
}

/** Sums of dollars without the tail of binary fractions: 0.9, not 0.8999999999999999. */
function toPlain(usd: number | null): number | null {
  return usd === null ? null : Number(usd.toPrecision(12))
}
