import { createHash } from 'node:crypto'
import * as z from 'zod'
import { chosenCandidateSchema } from '../../merging/chosen-candidate.ts'
import { testVerdicts } from '../../model/report.ts'
import { comparisonSchema, reviewSchema } from '../../model/review.ts'
import { usageSchema } from '../../model/usage.ts'
import { idPattern } from '../../plan/file/id-pattern.ts'
import { toJson } from '../../run/run-store.ts'
import { type CanonicalReading, readCanonicalJson } from '../handover/exact-json.ts'

const objectId = z.string().regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/)
const count = z.number().int().nonnegative()
const task = z.string().regex(idPattern)
const line = z.string().max(20_000)

const resolutionSchema = z.strictObject({
  path: z.string().min(1).max(4096),
  base: objectId.nullable(),
  ours: objectId,
  theirs: objectId,
  /** The resolved entry. Its content is a file of the artifact, named by the id. */
  result: z.strictObject({ mode: z.enum(['100644', '100755']), id: objectId }),
  by: z.enum(['agent', 'command', 'tests']),
  /** Overrides: decisions against a side, a sentence each. */
  choices: z.array(z.string().min(1).max(500)).max(1000),
  /** The candidate that tests chose, with `by: tests`. */
  candidate: chosenCandidateSchema.optional(),
})

const schema = z.strictObject({
  version: z.literal(1),
  run: z.string().max(100),
  /** Of the workflow run, from 1. */
  attempt: z.number().int().positive(),
  /** The blob of the plan. */
  plan: objectId,
  base: objectId,
  /** The tested tip; the base if nothing landed. */
  commit: objectId,
  tree: objectId,
  /** The branches in it, in merge order. */
  landed: z.array(z.strictObject({ task, commit: objectId })).max(5000),
  /** Branches that are not in it. */
  left: z
    .array(z.strictObject({ task, landing: z.enum(['conflicted', 'evicted', 'held']), reason: line }))
    .max(5000),
  tests: z.strictObject({
    verdict: z.enum(testVerdicts),
    runs: count,
    failsOnBase: z.array(line).max(10_000),
    failing: z.array(line).max(10_000).default([]),
    flaky: z.array(line).max(10_000),
    warnings: z.array(line).max(10_000),
    /** Merging and testing together. */
    seconds: z.number().nonnegative(),
  }),
  /** Reviews of the whole result, and comparisons with the issues. */
  reviews: z.array(reviewSchema).max(100).default([]),
  comparisons: z.array(comparisonSchema).max(1000).default([]),
  /** Usage of those agents, and of those that resolved conflicts. */
  spent: usageSchema.nullable().default(null),
  /** Why nothing was tested or landed, if no task is to blame. */
  problem: line.nullable(),
  /** Of conflicts that no rule resolves. */
  resolutions: z.array(resolutionSchema).max(1000),
})

/** The merge job's statement about its merge, as data: anyone with the same branches can repeat the merge from it. */
export type TestedMerge = Readonly<z.output<typeof schema>>

/** A resolution that no rule made, for other jobs. */
export type SentResolution = TestedMerge['resolutions'][number]

/** The canonical text of a merge. */
export function toTestedMergeText(merge: TestedMerge): string {
  return toJson(schema.parse(merge))
}

/** The digest of a merge: SHA-256 of its text, in hex. */
export function toMergeDigest(text: string | Buffer): string {
  return createHash('sha256').update(text).digest('hex')
}

/** Reads an unverified merge. */
export function readTestedMerge(bytes: Buffer): CanonicalReading<TestedMerge> {
  return readCanonicalJson(bytes, { schema, toText: toTestedMergeText, name: 'it' })
}
