import type { Price } from '../model/plan.ts'
import type { Usage } from '../model/usage.ts'

/** By model. */
export type Prices = Readonly<Record<string, Price>>

/** List prices in US dollars per million tokens, as of December 2025. A plan can replace and add prices. */
const listPrices: Prices = {
  'claude-opus-4-5': { input: 5, cachedRead: 0.5, cachedWrite: 6.25, output: 25 },
  'claude-sonnet-4-5': { input: 3, cachedRead: 0.3, cachedWrite: 3.75, output: 15 },
  'claude-haiku-4-5': { input: 1, cachedRead: 0.1, cachedWrite: 1.25, output: 5 },
  'gpt-5': { input: 1.25, cachedRead: 0.125, output: 10 },
  'gpt-5-codex': { input: 1.25, cachedRead: 0.125, output: 10 },
  'gpt-5-mini': { input: 0.25, cachedRead: 0.025, output: 2 },
  'gpt-5.1': { input: 1.25, cachedRead: 0.125, output: 10 },
  'gpt-5.1-codex': { input: 1.25, cachedRead: 0.125, output: 10 },
  'gemini-2.5-pro': { input: 1.25, cachedRead: 0.125, output: 10 },
  'gemini-2.5-flash': { input: 0.3, cachedRead: 0.03, output: 2.5 },
}

/** The usage with its cost by price, if the agent reported only tokens. The cost of a model without a price stays unknown. */
export function withPrice(usage: Usage, model: string | undefined, own: Prices): Usage {
  const price = model === undefined ? undefined : tryPrice(model, own)
  const { input, cachedRead, cachedWrite, output } = usage
  if (price === undefined || usage.costUsd !== null || input === null || output === null) return usage
  const dollars =
    input * price.input +
    (cachedRead ?? 0) * (price.cachedRead ?? price.input) +
    (cachedWrite ?? 0) * (price.cachedWrite ?? price.input) +
    output * price.output
  return { ...usage, costUsd: dollars / 1e6, costKnown: usage.known }
}

/** Models are named with or without provider and date: `openai/gpt-5`, `claude-haiku-4-5-20251001`. */
function tryPrice(model: string, own: Prices): Price | undefined {
  const name = model.split('/').at(-1) ?? ''
  const names = [model, name, name.replace(/-\d{8}$/, '')]
  const found = names.map(key => own[key] ?? listPrices[key])
  return found.find(price => price !== undefined)
}
