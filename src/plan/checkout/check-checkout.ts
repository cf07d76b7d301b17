import * as z from 'zod'
import { listPlaceholders } from '../../model/checkout/placeholders.ts'
import type { PlanPath, Problem } from '../yaml/problem.ts'
import type { CheckoutEntry } from './checkout-schema.ts'
import { checkoutSchema, serviceSchema } from './checkout-schema.ts'

/** Finds placeholders without a value. The schema reports malformed entries. */
export function checkCheckout(plan: unknown): Problem[] {
  const { checkout = {}, services } = (plan ?? {}) as { checkout?: unknown; services?: unknown }
  const entry = checkoutSchema.safeParse(checkout).data
  if (entry === undefined) return []
  const known = toKnownPlaceholders(entry)
  const addresses = z.record(z.string(), serviceSchema).safeParse(services).data ?? {}
  const templates: [PlanPath, unknown][] = [
    ...Object.entries(entry.env).map(([name, text]): [PlanPath, unknown] => [
      ['checkout', 'env', name],
      text,
    ]),
    ...Object.entries(addresses).map(([name, { ready }]): [PlanPath, unknown] => [
      ['services', name, 'ready'],
      ready,
    ]),
  ]
  return templates.flatMap(([path, template]) =>
    listPlaceholders(String(template))
      .filter(placeholder => !known.has(placeholder))
      .map(placeholder => ({ path, message: toMessage(placeholder, entry) })),
  )
}

function toKnownPlaceholders({ ports }: CheckoutEntry): Set<string> {
  const more = Array.from({ length: (ports?.count ?? 1) - 1 }, (_, index) => `port.${index + 1}`)
  return new Set(['checkout', 'tmp', ...(ports === undefined ? [] : ['port', ...more])])
}

function toMessage(placeholder: string, { ports }: CheckoutEntry): string {
  if (!placeholder.startsWith('port'))
    return `\`{${placeholder}}\` is not a placeholder: use {port}, {port.1}, …, {checkout} and {tmp}`
  if (ports === undefined) return `\`{${placeholder}}\` needs ports: write \`ports: {}\` under \`checkout:\``
  return `\`{${placeholder}}\` is beyond the ${ports.count} ports of a checkout: {port} is the first, {port.${ports.count - 1}} the last, or raise \`checkout.ports.count\``
}
