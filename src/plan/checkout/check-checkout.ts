import { listPlaceholders } from '../../model/checkout/placeholders.ts'
import type { Problem } from '../yaml/problem.ts'
import type { CheckoutEntry } from './checkout-schema.ts'
import { checkoutSchema } from './checkout-schema.ts'

/** Finds placeholders in `checkout.env` that nothing fills in. What is malformed is reported by the schema. */
export function checkCheckout(plan: unknown): Problem[] {
  const section = (plan as { checkout?: unknown } | null)?.checkout
  const entry = checkoutSchema.safeParse(section).data
  if (entry === undefined) return []
  const known = toKnownPlaceholders(entry)
  return Object.entries(entry.env).flatMap(([name, template]) =>
    listPlaceholders(String(template))
      .filter(placeholder => !known.has(placeholder))
      .map(placeholder => ({
        path: ['checkout', 'env', name],
        message: toMessage(placeholder, entry),
      })),
  )
}

function toKnownPlaceholders({ ports }: CheckoutEntry): Set<string> {
  const more = Array.from({ length: (ports?.count ?? 1) - 1 }, (_, index) => `port.${index + 1}`)
  return new Set(['checkout', 'tmp', ...(ports === undefined ? [] : ['port', ...more])])
}

function toMessage(placeholder: string, { ports }: CheckoutEntry): string {
  if (!placeholder.startsWith('port'))
    return `\`{${placeholder}}\` is no placeholder: there are {port}, {port.1}, …, {checkout} and {tmp}`
  if (ports === undefined) return `\`{${placeholder}}\` needs ports: write \`ports: {}\` under \`checkout:\``
  return `\`{${placeholder}}\` is beyond the ${ports.count} ports of a checkout: {port} is the first, {port.${ports.count - 1}} the last, or raise \`checkout.ports.count\``
}
