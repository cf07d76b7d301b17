import { knownAgents, toAgentEntry } from '../model/agents/known-agents.ts'
import type { Price, Prices } from '../model/agents/table/price.ts'
import type { Usage } from '../model/usage.ts'

const listPrices: Prices = Object.assign({}, ...knownAgents.map(name => toAgentEntry(name).prices))

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
  return names.flatMap(key => priceIn(own, key) ?? priceIn(listPrices, key) ?? [])[0]
}

/** An agent can report any text as its model, also the name of a part of every object. */
function priceIn(prices: Prices, model: string): Price | undefined {
  return Object.hasOwn(prices, model) ? prices[model] : undefined
}
