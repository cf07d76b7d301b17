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

const linkPath = z
  .string()
  .min(1)
  .refine(
    path => !path.startsWith('/') && !path.split('/').some(part => ['..', '.', '.git', ''].includes(part)),
    {
      error: 'must be a path inside of the repository, without "." and ".."',
    },
  )

const link = z.union([
  linkPath,
  z.strictObject({
    path: linkPath.describe('From the top of the repository.'),
    write: z.boolean().default(false).describe('Whether commands in the sandbox may change it.'),
  }),
])

export const checkoutSchema = z
  .strictObject({
    ports: ports.optional(),
    env: z
      .record(z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/), z.union([z.string(), z.number(), z.boolean()]))
      .default({})
      .describe(
        'Variables of a checkout, over `env`: `{port}`, `{port.1}`, …, `{checkout}` (its unique name) and `{tmp}` are filled in.',
      ),
    copy: z
      .array(z.string().min(1).max(1000))
      .default([])
      .describe(
        'Files that git ignores and every checkout gets a copy of, in the syntax of .gitignore: `[.env.local, "config/*.key"]`. `.worktreeinclude` is read as well. In copied `.env` files, variables of `checkout.env` get their values.',
      ),
    link: z
      .array(link)
      .default([])
      .describe(
        'Paths that git ignores and all checkouts share with yours, such as caches: a path, or `{ path, write: true }`. In the sandbox they can only be read, unless `write` says otherwise.',
      ),
  })
  .describe('What every checkout has beside the files of its commit.')

export type CheckoutEntry = z.output<typeof checkoutSchema>

export function toCheckoutSettings({ ports, env, copy, link }: CheckoutEntry): CheckoutSettings {
  return {
    ...(ports === undefined ? {} : { ports }),
    env: Object.fromEntries(Object.entries(env).map(([name, value]) => [name, String(value)])),
    copy,
    link: link.map(entry =>
      typeof entry === 'string'
        ? { path: entry, isWritable: false }
        : { path: entry.path, isWritable: entry.write },
    ),
  }
}
