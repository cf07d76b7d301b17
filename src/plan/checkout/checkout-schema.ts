import * as z from 'zod'
import type {
  CheckoutSettings,
  DatabaseSettings,
  ServiceSettings,
  SparseSettings,
} from '../../model/checkout/settings.ts'
import { variablePattern } from '../../model/names/variable-pattern.ts'

const highestPort = 65_535
const port = z.number().int().min(1024).max(highestPort)

const ports = z
  .strictObject({
    from: port.default(4000).describe('The first port to allocate.'),
    count: z.number().int().min(1).max(100).default(5).describe('Ports per checkout.'),
  })
  .refine(({ from, count }) => from + count - 1 <= highestPort, {
    message: `there are not that many ports from there up: the last one is ${highestPort}`,
  })
  .describe(
    'A block of ports for each checkout, unique on this machine: `PORT`, `PARALLEL_AGENTS_PORT`, `PARALLEL_AGENTS_PORT_1`, …',
  )

const linkPath = z
  .string()
  .min(1)
  .refine(
    path => !path.startsWith('/') && !path.split('/').some(part => ['..', '.', '.git', ''].includes(part)),
    {
      error: 'must be a path inside the repository, without "." and ".."',
    },
  )

const link = z.union([
  linkPath,
  z.strictObject({
    path: linkPath.describe('From the top of the repository.'),
    write: z.boolean().default(false).describe('Whether sandboxed commands may write to it.'),
  }),
])

const variable = z
  .string()
  .regex(variablePattern)
  .optional()
  .describe('The variable for its address in a checkout. Default: `DATABASE_URL`.')
const command = z.string().trim().min(1)

const sparsePattern = z
  .string()
  .regex(/^(?!#)\S[^\n\r]*$/, { error: 'must be one pattern in the syntax of .gitignore' })

const database = z.union([
  z.strictObject({ sqlite: linkPath.describe('A database file, from the top of the repository.') }),
  z.strictObject({
    postgres: command.describe('The address of a PostgreSQL database, or `$NAME` of a variable that has it.'),
    'url-variable': variable,
  }),
  z.strictObject({
    mysql: command.describe(
      'The address of a MySQL or MariaDB database, or `$NAME` of a variable that has it.',
    ),
    'url-variable': variable,
  }),
  z.strictObject({
    create: command.describe('A command that makes a copy and prints its address in its last line.'),
    drop: command.describe('A command that deletes that copy.'),
    'url-variable': variable,
  }),
])

export const checkoutSchema = z
  .strictObject({
    ports: ports.optional(),
    env: z
      .record(z.string().regex(variablePattern), z.union([z.string(), z.number(), z.boolean()]))
      .default({})
      .describe(
        'Variables of a checkout; they override `env`: `{port}`, `{port.1}`, …, `{checkout}` (its unique name) and `{tmp}` are filled in.',
      ),
    copy: z
      .array(z.string().min(1).max(1000))
      .default([])
      .describe(
        'Ignored files to copy into every checkout, in the syntax of .gitignore: `[.env.local, "config/*.key"]`. `.worktreeinclude` is also read. In copied `.env` files, variables of `checkout.env` are set to their values.',
      ),
    link: z
      .array(link)
      .default([])
      .describe(
        'Ignored paths that all checkouts share with yours, such as caches: a path, or `{ path, write: true }`. Read-only in the sandbox unless `write` is set.',
      ),
    dependencies: z
      .enum(['auto', 'off'])
      .default('off')
      .describe(
        'auto: dependencies are installed once per lock file content and cloned into every checkout; a `setup` that would only install the same is skipped.',
      ),
    sparse: z
      .union([z.literal('scope'), z.array(sparsePattern).min(1)])
      .optional()
      .describe(
        'Which files of its commit the checkout of a task contains. scope: those in the folders that `files` names, at the top, and manifests of packages. A list: patterns in the syntax of .gitignore, such as `[scope, packages/shared/]`. Default: all. Trees under test always have all.',
      ),
    database: z
      .union([database, z.array(database)])
      .optional()
      .describe(
        'A copy of a database for each checkout, such as `{ sqlite: data/dev.db }`, or a list of them. The address of a copy on a server is in `DATABASE_URL`.',
      ),
  })
  .describe('What every checkout contains besides the files of its commit.')

export const serviceSchema = z
  .strictObject({
    command: z.string().trim().min(1).describe('A long-running shell command.'),
    ready: z
      .string()
      .regex(/^(https?|tcp):\/\//, { error: 'must begin with http://, https:// or tcp://' })
      .optional()
      .describe(
        'The address where it responds once ready: `http://localhost:{port}/health`, or `tcp://localhost:{port}`. Without it, nothing waits for readiness.',
      ),
    timeout: z.number().positive().max(3600).default(60).describe('Seconds within which it must be ready.'),
  })
  .describe('A program that runs alongside the agent and the tests of a checkout.')

export type ServiceEntry = z.output<typeof serviceSchema>

export function toServiceSettings(
  services: Readonly<Record<string, ServiceEntry>>,
): Record<string, ServiceSettings> {
  return Object.fromEntries(
    Object.entries(services).map(([name, { command, ready, timeout }]) => [
      name,
      { command, ...(ready === undefined ? {} : { ready }), timeoutSeconds: timeout },
    ]),
  )
}

export type CheckoutEntry = z.output<typeof checkoutSchema>

export function toCheckoutSettings({
  ports,
  env,
  copy,
  link,
  database: databases = [],
  dependencies,
  sparse,
}: CheckoutEntry): CheckoutSettings {
  return {
    ...(ports === undefined ? {} : { ports }),
    env: Object.fromEntries(Object.entries(env).map(([name, value]) => [name, String(value)])),
    copy,
    dependencies,
    ...(sparse === undefined ? {} : { sparse: toSparseSettings(sparse) }),
    databases: (Array.isArray(databases) ? databases : [databases]).map(toDatabaseSettings),
    link: link.map(entry =>
      typeof entry === 'string'
        ? { path: entry, isWritable: false }
        : { path: entry.path, isWritable: entry.write },
    ),
  }
}

function toSparseSettings(entry: 'scope' | readonly string[]): SparseSettings {
  const patterns = entry === 'scope' ? [entry] : entry
  return {
    hasScope: patterns.includes('scope'),
    patterns: patterns.filter(pattern => pattern !== 'scope'),
  }
}

function toDatabaseSettings(entry: z.output<typeof database>): DatabaseSettings {
  if ('sqlite' in entry) return { kind: 'sqlite', path: entry.sqlite }
  const name = entry['url-variable'] ?? 'DATABASE_URL'
  if ('postgres' in entry) return { kind: 'postgres', url: entry.postgres, variable: name }
  if ('mysql' in entry) return { kind: 'mysql', url: entry.mysql, variable: name }
  return { kind: 'commands', create: entry.create, drop: entry.drop, variable: name }
}
