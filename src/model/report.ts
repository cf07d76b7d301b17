import * as z from 'zod'
import { runResourcesSchema } from './checkout/resource-use.ts'
import { sandboxKinds } from './checkout/sandbox-kind.ts'
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
  /** Earlier merged tasks that changed the same file. */
  with: z.array(z.string()).default([]),
  /** `rule:<resolver>`, `tests`, `agent`, `person` or `unresolved`. */
  resolution: z.string(),
  /** What was checked, or why it stayed unresolved. */
  detail: z.string().default(''),
  /** Overrides: decisions against a side. */
  choices: z.array(z.string()).default([]),
  /** Plausible answers for tests to choose from, most trusted first: `passed`, `not tried`, or the reason against it. */
  candidates: z.array(z.object({ kind: z.string(), verdict: z.string() })).default([]),
  /** Test runs of the colliding tasks for the whole merge. */
  testRuns: z.number().int().default(0),
})

/** Two branches that would conflict, found before merging. Lines are those of the common base, from 1. */
export const forecastConflictSchema = z.object({
  tasks: z.tuple([z.string(), z.string()]).readonly(),
  path: z.string(),
  lines: z.tuple([z.number().int(), z.number().int()]).readonly().nullable(),
  why: z.enum(conflictCauses),
  /** `rule:<resolver>`, `tests` or `agent`; null: none. */
  expected: z.string().nullable().optional(),
})

/**
 * The result of the integration test on the landed tree. `no-new-failures`: it fails, but the base fails the same tests. `failed`:
 * nothing landed because of the test.
 */
export const testVerdicts = ['passed', 'no-new-failures', 'failed', 'none'] as const

export type TestsVerdict = (typeof testVerdicts)[number]

const integrationReport = z.preprocess(
  withProblem,
  z.object({
    branch: z.string().nullable(),
    commit: z.string().nullable(),
    tree: z.string().nullable(),
    tests: z.enum(testVerdicts),
    testRuns: z.number().int(),
    /** Whether an earlier run had tested the landed tree: then the runs of this one were of other trees, if there were any. */
    testsRemembered: z.boolean().default(false),
    /** Tests that fail on the base: no task is blamed for them. */
    failsOnBase: z.array(z.string()).default([]),
    /** The subset that still fails on the landed tree. */
    failing: z.array(z.string()).default([]),
    /** Tests that failed and then passed on the same tree. */
    flaky: z.array(z.string()).default([]),
    /** Suspicious clean merges. */
    warnings: z.array(z.string()).default([]),
    conflicts: z.array(conflict),
    /** Reviews of the whole result. */
    reviews: z.array(reviewSchema).default([]),
    /** Comparisons of the landed result with its issues. */
    comparisons: z.array(comparisonSchema).default([]),
    /** The conflicts of each pair of branches, computed right before merging. Missing in reports of older versions. */
    forecast: z.array(forecastConflictSchema).readonly().default([]),
    /** Why there is no tested result, if no task is to blame. */
    problem: z.string().nullable(),
    /** The same, under the name that it had in earlier versions. */
    trouble: z.string().nullable().default(null),
    /** Where the tested result was delivered, or why not. */
    land: z.object({
      mode: z.enum(['pull-request', 'push', 'none']),
      done: z.boolean(),
      /** Whether the branches are built on commits that the target no longer has: merging them would bring those back. */
      obsolete: z.boolean().optional(),
      message: z.string().nullable(),
    }),
  }),
)

const timingReport = z.object({
  wallSeconds: z.number(),
  taskSeconds: z.number(),
  /** Merging, testing and landing. */
  integrationSeconds: z.number(),
  criticalPathSeconds: z.number(),
  lowerBoundSeconds: z.number(),
  /** Sum of the task times plus the integration, divided by the time of the run; null if unknown. */
  speedup: z.number().nullable(),
})

/** Cost of the agents. Null is unknown; if only a part is known, the true cost is at least that. */
const costReport = z.object({
  usd: z.number().nullable(),
  known: z.enum(['all', 'part', 'none']),
  tasksUsd: z.number().nullable(),
  /** Cost of the agents that worked on no task: conflicts, reviews of the result, comparisons. */
  conflictsUsd: z.number().nullable(),
  /** Usage of all agents together. */
  usage: usageSchema,
})

/** Null: no limit of this kind. */
const budgetReport = z.object({
  usd: z.number().nullable(),
  tokens: z.number().nullable(),
  minutes: z.number().nullable(),
  onEnd: z.enum(['finish', 'stop']),
})

/** Machine resources that the run used. */
const resourceReport = runResourcesSchema.extend({
  /** Parallel tasks, from a second of the run on. */
  atOnce: z.array(z.object({ second: z.number(), tasks: z.number().int() })),
  mostAtOnce: z.number().int(),
  /** Tasks that waited for a CPU, and a parallelism that would have been about as fast; null: the machine did not slow them down. */
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
  /** When a run continues that stopped on exhausted quotas. */
  retryAt: z.string().nullable().default(null),
  maxParallel: z.number().int(),
  tasks: z.record(z.string(), taskReport),
  cost: costReport.nullable().default(null),
  /** Limits of the plan for the whole run; null: none. */
  budget: budgetReport.nullable().default(null),
  /** The sandbox of agents, setup and tests. Missing in reports of older versions. */
  sandbox: z.enum([...sandboxKinds, 'none']).optional(),
  /** Hosts that the sandbox denied, with the tasks of the commands. */
  deniedHosts: z.array(z.object({ host: z.string(), tasks: z.array(z.string()) })).default([]),
  integration: integrationReport,
  timing: timingReport,
  /** Missing in reports of older versions, of systems without `/proc`, and of runs on several machines. */
  resources: resourceReport.nullable().default(null),
})

export type Report = Readonly<z.output<typeof reportSchema>>
export type TaskReport = Readonly<z.output<typeof taskReport>>
/** Each fact once. */
export type IntegrationFacts = Omit<IntegrationReport, 'trouble'>
export type IntegrationReport = Readonly<z.output<typeof integrationReport>>

/** Reports of versions that called the problem `trouble` are read, too. */
function withProblem(report: unknown): unknown {
  return typeof report === 'object' && report !== null && 'trouble' in report
    ? { problem: report.trouble, ...report }
    : report
}

/** The findings of an integration without a result: none. */
export function toNoFindings() {
  return {
    testsRemembered: false,
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
