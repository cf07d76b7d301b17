import { createHash } from 'node:crypto'
import * as z from 'zod'
import { taskResultSchema } from '../../model/task-result.ts'
import { idPattern } from '../../plan/file/id-pattern.ts'
import { toJson } from '../../run/run-store.ts'
import { toFirstProblem, tryParseExactly } from './exact-json.ts'

const objectId = z.string().regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/)
const digest = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.number().int().nonnegative()
const amount = z.number().nonnegative()
const instant = z.iso.datetime()

/** Nothing that is not known, no costs below nothing, and times that are times. */
const resultSchema = z.strictObject({
  ...taskResultSchema.shape,
  attempts: count,
  filesChanged: count.nullable(),
  agentSeconds: amount,
  seconds: amount,
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  tokens: amount.nullable(),
  costUsd: amount.nullable(),
  rolledBack: z.boolean(),
})

const bundleSchema = z.strictObject({ bytes: count, sha256: digest })

const bodySchema = z.strictObject({
  version: z.literal(1),
  run: z.string().max(100),
  /** Of the workflow run, from 1. */
  attempt: z.number().int().positive(),
  task: z.string().regex(idPattern),
  /** The blob of the plan that the task is from. */
  plan: objectId,
  /** The commit that the run started from. */
  base: objectId,
  /** Start, commit, branch and outcome are in here, and only here. */
  result: resultSchema,
  /** What the bundle of the branch holds; null: the task has no branch. */
  branch: z.strictObject({ tree: objectId, bundle: bundleSchema }).nullable(),
  /** What the bundle of kept work holds. */
  kept: z.strictObject({ commit: objectId, bundle: bundleSchema }).nullable(),
  /** The end of what the task printed. */
  log: z.string().nullable(),
})

const manifestSchema = bodySchema.extend({
  /** Over all the rest. Against damage on the way; whoever forges the rest can forge this as well. */
  sha256: digest,
})

/** The result of a task, as data: all that travels except for the commits, which are in bundles beside it. */
export type Manifest = Readonly<z.output<typeof bodySchema>>
export type BundleFacts = Readonly<z.output<typeof bundleSchema>>

export type ManifestReading =
  | { readonly kind: 'read'; readonly manifest: Manifest }
  | { readonly kind: 'damaged'; readonly reason: string }

/** The one text of a manifest. */
export function toManifestText(manifest: Manifest): string {
  const body = bodySchema.parse(manifest)
  return toJson({ ...body, sha256: createHash('sha256').update(toJson(body)).digest('hex') })
}

/** Reads a manifest. It must be the very text that its values are written as, so that nothing can be read in two ways. */
export function readManifest(bytes: Buffer): ManifestReading {
  const json = tryParseExactly(bytes)
  if (json === undefined) return { kind: 'damaged', reason: 'its manifest is not JSON in UTF-8' }
  const checked = manifestSchema.safeParse(json.value)
  if (!checked.success)
    return { kind: 'damaged', reason: `its manifest is wrong: ${toFirstProblem(checked.error)}` }
  const { sha256: _, ...manifest } = checked.data
  if (toManifestText(manifest) !== json.text)
    return {
      kind: 'damaged',
      reason: 'its manifest is damaged: its text is not the canonical form of its values',
    }
  return { kind: 'read', manifest }
}
