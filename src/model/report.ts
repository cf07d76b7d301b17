import * as z from 'zod'
import { runResourcesSchema } from './checkout/resource-use.ts'
import { conflictCauses } from './forecast-conflict.ts'
import { landings } from './outcome.ts'
import { comparisonSchema, reviewSchema } from './review.ts'
import { taskResultSchema } from './task-result.ts'
import { usageSchema } from './usage.ts'

const taskReport = taskResultSchema.omit({ version: true, task: true }).extend({
  title: z.string(),
  landing: z.enum(landings),
})

const conflict = z.object({
  task: z.string(),
  path: z.string(),
  /** The tasks merged before it that changed the same file. */
  with: z.array(z.string()).default([]),
  /** `rule:<resolver>`, `tests`, `agent`, `person` or `unresolved`. */
  resolution: z.string(),
  /** What was checked, or why nothing could resolve it. */
  detail: z.string().default(''),
  /** What was decided against a side. */
  choices: z.array(z.string()).default([]),
  /** Plausible answers that tests were to choose from, in the order of trust: `passed`, `not tried`, or why not. */
  candidates: z.array(z.object({ kind: z.string(), verdict: z.string() })).default([]),
  /** Runs of the tests of the colliding tasks that this took, for the whole merge. */
  testRuns: z.number().int().default(0),
})

/** Two branches that would conflict, as it was known before merging. Lines are those of the common base, from 1. */
export const forecastConflictSchema = z.object({
  tasks: z.tuple([z.string(), z.string()]).readonly(),
  path: z.string(),
  lines: z.tuple([z.number().int(), z.number().int()]).readonly().nullable(),
  why: z.enum(conflictCauses),
  /** `rule:<resolver>`, `tests` or `agent`; null: nothing. */
  expected: z.string().nullable().optional(),
})

/**
 * What the integration test says about what landed. `no-new-failures`: it is red, and so is the base, by the same tests. `failed`:
 * nothing landed, because of the test.
 */
export const testVerdicts = ['passed', 'no-new-failures', 'failed', 'none'] as const

export type TestsVerdict = (typeof testVerdicts)[number]

const integrationReport = z.object({
  branch: z.string().nullable(),
  commit: z.string().nullable(),
  tree: z.string().nullable(),
  tests: z.enum(testVerdicts),
  testRuns: z.number().int(),
  /** Tests that fail without any branch: no task is blamed for them. */
  failsOnBase: z.array(z.string()).default([]),
  /** Those of them that still fail on what landed. */
  failing: z.array(z.string()).default([]),
  /** Tests that failed and then passed on the same tree. */
  flaky: z.array(z.string()).default([]),
  /** What git merged without a conflict and people may want to look at. */
  warnings: z.array(z.string()).default([]),
  conflicts: z.array(conflict),
  /** Reviews of the whole result. */
  reviews: z.array(reviewSchema).default([]),
  /** How what landed compares with the issues that asked for it. */
  comparisons: z.array(comparisonSchema).default([]),
  /** The conflicts that each two branches would have, as known right before merging. Reports of older versions have none. */
  forecast: z.array(forecastConflictSchema).readonly().default([]),
  /** Why there is no tested result, when that is not the fault of a task. */
  trouble: z.string().nullable(),
  /** What became of the tested result: where it was put, or why not. */
  land: z.object({
    mode: z.enum(['pull-request', 'push', 'none']),
    done: z.boolean(),
    message: z.string().nullable(),
  }),
})

const timingReport = z.object({
  wallSeconds: z.number(),
  taskSeconds: z.number(),
  /** Merging, testing and landing. */
  integrationSeconds: z.number(),
  criticalPathSeconds: z.number(),
  lowerBoundSeconds: z.number(),
  /** Tasks one after another, then the integration, divided by the time of the run; null if unknown. */
  speedup: z.number().nullable(),
})

/** What agents cost. Null is unknown; where only a part is known, the true cost is at least the one given. */
const costReport = z.object({
  usd: z.number().nullable(),
  known: z.enum(['all', 'part', 'none']),
  tasksUsd: z.number().nullable(),
  /** Of agents that resolved conflicts. */
  conflictsUsd: z.number().nullable(),
  /** Everything that all agents used. */
  usage: usageSchema,
})

/** What the run took of the machine. */
const resourceReport = runResourcesSchema.extend({
  /** Tasks at once, from a second of the run on. */
  atOnce: z.array(z.object({ second: z.number(), tasks: z.number().int() })),
  mostAtOnce: z.number().int(),
  /** Tasks that waited for a CPU, and how many at once would have been about as fast; null: the machine did not hold them up. */
  bottleneck: z.object({ waited: z.number().int(), maxParallel: z.number().int() }).nullable(),
})

/** The report of a run, version 2. Version 1 had no `cost`, and less about each task. Unknown costs are null. */
export const reportSchema = z.object({
  version: z.literal([1, 2]),
  run: z.string(),
  plan: z.string(),
  target: z.string(),
  base: z.string(),
  status: z.enum(['landed', 'partial', 'failed', 'cancelled']),
  /** When a run continues that stopped because accounts are used up. */
  retryAt: z.string().nullable().default(null),
  maxParallel: z.number().int(),
  tasks: z.record(z.string(), taskReport),
  cost: costReport.nullable().default(null),
  /** The walls that agents, set-up and tests ran inside of. Reports of older versions do not say. */
  sandbox: z.enum(['bubblewrap', 'none']).optional(),
  /** Hosts that commands in the sandbox were kept from, with the tasks that they belong to. */
  deniedHosts: z.array(z.object({ host: z.string(), tasks: z.array(z.string()) })).default([]),
  integration: integrationReport,
  timing: timingReport,
  /** Reports of older versions, of systems without `/proc`, and of runs on several machines have none. */
  resources: resourceReport.nullable().default(null),
})

export type Report = Readonly<z.output<typeof reportSchema>>
export type TaskReport = Readonly<z.output<typeof taskReport>>
export type IntegrationReport = Readonly<z.output<typeof integrationReport>>

/** What an integration without a result has found: nothing. */
export function toNoFindings() {
  return {
    failsOnBase: [],
    failing: [],
    flaky: [],
    warnings: [],
    conflicts: [],
    reviews: [],
    comparisons: [],
  } satisfies Partial<IntegrationReport>
}
export type ConflictReport = Readonly<z.output<typeof conflict>>
