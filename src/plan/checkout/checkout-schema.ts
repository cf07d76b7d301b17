import * as z from 'zod'
import type { CheckoutSettings } from '../../model/checkout/settings.ts'

const port = z.number().int().min(1024).max(65_535)

const ports = z
  .strictObject({
    from: port.default(4000).describe('The first port that may be taken.'),
    count: z.number().int().min(1).max(100).default(5).describe('Ports of one checkout.'),
  })
  .describe(
    'A block of ports for each checkout, which no other one on this machine has: `PORT`, `PARALLEL_AGENTS_PORT`, `PARALLEL_AGENTS_PORT_1`, …',
  )

export const checkoutSchema = z
  .strictObject({
    ports: ports.optional(),
    env: z
      .record(z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/), z.union([z.string(), z.number(), z.boolean()]))
      .default({})
      .describe(
        'Variables of a checkout, over `env`: `{port}`, `{port.1}`, …, `{checkout}` (its unique name) and `{tmp}` are filled in.',
      ),
  })
  .describe('What every checkout has beside the files of its commit.')

export type CheckoutEntry = z.output<typeof checkoutSchema>

export function toCheckoutSettings({ ports, env }: CheckoutEntry): CheckoutSettings {
  return {
    ...(ports === undefined ? {} : { ports }),
    env: Object.fromEntries(Object.entries(env).map(([name, value]) => [name, String(value)])),
  }
}
