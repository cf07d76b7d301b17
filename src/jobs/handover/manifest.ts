import { createHash } from 'node:crypto'
import * as z from 'zod'
import { taskResultSchema } from '../../model/task-result.ts'
import { idPattern } from '../../plan/file/id-pattern.ts'
import { toJson } from '../../run/run-store.ts'
import { type CanonicalReading, readCanonicalJson } from './exact-json.ts'

const objectId = z.string().regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/)
const digest = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.number().int().nonnegative()
const amount = z.number().nonnegative()
const instant = z.iso.datetime()

/** No unknown keys, no negative costs, and valid times. */
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
  /** The blob of the task's plan. */
  plan: objectId,
  /** The base commit of the run. */
  base: objectId,
  /** Start, commit, branch and outcome are in here, and only here. */
  result: resultSchema,
  /** The content of the branch's bundle; null: the task has no branch. */
  branch: z.strictObject({ tree: objectId, bundle: bundleSchema }).nullable(),
  /** The content of the kept work's bundle. */
  kept: z.strictObject({ commit: objectId, bundle: bundleSchema }).nullable(),
  /** The end of the task's log. */
  log: z.string().nullable(),
})

const manifestSchema = bodySchema.extend({
  /** Over all the rest. Detects damage, not forgery. */
  sha256: digest,
})

/** The result of a task, as data: everything except the commits, which are in bundles beside it. */
export type Manifest = Readonly<z.output<typeof bodySchema>>
type SignedManifest = Readonly<z.output<typeof manifestSchema>>
export type BundleFacts = Readonly<z.output<typeof bundleSchema>>

/** The canonical text of a manifest. */
export function toManifestText(manifest: Manifest): string {
  const body = bodySchema.parse(manifest)
  return toJson({ ...body, sha256: createHash('sha256').update(toJson(body)).digest('hex') })
}

/** Reads an unverified manifest. */
export function readManifest(bytes: Buffer): CanonicalReading<Manifest> {
  const toBody = ({ sha256: _, ...manifest }: SignedManifest): Manifest => manifest
  const toText = (signed: SignedManifest) => toManifestText(toBody(signed))
  const reading = readCanonicalJson(bytes, { schema: manifestSchema, toText, name: 'its manifest' })
  return reading.kind === 'damaged' ? reading : { kind: 'read', value: toBody(reading.value) }
}
