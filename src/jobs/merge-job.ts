import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { finishRun } from '../commands/finish-run.ts'
import { ResolutionCache, type StoredResolution } from '../merging/resolution-cache.ts'
import { linkMode } from '../model/file-modes.ts'
import type { TaskId } from '../model/plan.ts'
import type { Report } from '../model/report.ts'
import type { TaskResult } from '../model/task-result.ts'
import { removeLocalState } from '../run/remove-local-state.ts'
import type { RunContext } from '../run/run-context.ts'
import { toJson } from '../run/run-store.ts'
import { tryUsageOf } from '../tasks/work/task-work.ts'
import { type CollectedRun, openMergeContext } from './collect/collected-run.ts'
import type { Exchange } from './collect/exchange.ts'
import { readJobResults } from './collect/take-artifacts.ts'
import { takeRun } from './collect/take-run.ts'
import type { Continuation } from './continuation/continuation.ts'
import { HarnessKey } from './handover/harness-key.ts'
import type { Intake } from './handover/read-handovers.ts'
import { decideContinuation, type PartLimits } from './publish/continue-run.ts'
import { listRunRefs } from './publish/list-run-refs.ts'
import {
  keyFile,
  mergeFile,
  reportFile,
  signatureFile,
  toMergeArtifactName,
  toMergeTrialName,
  toResolvedFile,
} from './publish/merge-artifact.ts'
import { type LeftRef, placeRefs } from './publish/place-refs.ts'
import { remakeMerge } from './publish/remake-merge.ts'
import { SentResolutions } from './publish/sent-resolutions.ts'
import {
  type SentResolution,
  type TestedMerge,
  toMergeDigest,
  toTestedMergeText,
} from './publish/tested-merge.ts'
import type { ArtifactStore } from './transport/artifact-store.ts'

/** Not merged yet: the run continues in another workflow run. */
export interface ContinuedMerge {
  readonly kind: 'continued'
  readonly continuation: Extract<Continuation, { kind: 'continue' }>
}

export interface MergeJobEnd {
  readonly kind: 'merged'
  readonly intake: Intake
  readonly report: Report
  /** The digest of the merge in the artifact; undefined: no artifact. */
  readonly merged: string | undefined
  /** Refs that other jobs lack, if they exchange refs. */
  readonly left: readonly LeftRef[]
}

/**
 * Imports the work of all jobs, merges and tests it, and leaves the result: as refs, or as an artifact, from which another job
 * repeats the same merge without starting anything. Lands nothing. A stopped merge leaves no artifact.
 */
export async function mergeJob(
  collected: CollectedRun,
  exchange: Exchange,
  limits: PartLimits,
): Promise<MergeJobEnd | ContinuedMerge> {
  const startedAt = performance.now()
  const key = new HarnessKey()
  if (exchange.kind === 'artifacts') await claimMerge(collected, exchange.artifacts, key)
  const intake = await takeRun(collected, exchange)
  if (exchange.kind === 'artifacts') {
    const continuation = await decideContinuation(collected, intake, limits)
    if (continuation.kind === 'continue') return { kind: 'continued', continuation }
    if (continuation.kind === 'given-up' && limits.mostParts > 1)
      collected.emit({ kind: 'notice', text: continuation.reason })
  }
  const context = await openMergeContext(collected)
  const results = await readJobResults(context, intake)
  for (const result of results.values()) context.budget.add(tryUsageOf(result), result.agentSeconds)
  const { report, deletion } = await finishRun(context, { results, mayRedo: false, resumed: true, startedAt })
  await deletion.untilDone()
  if (exchange.kind === 'refs') {
    const { repository, run } = collected
    const placing = { repository, run, refs: context.store.refs, access: exchange.access }
    const { left } = await placeRefs(placing, await listRunRefs(context))
    return { kind: 'merged', intake, report, merged: undefined, left }
  }
  const isCancelled = report.status === 'cancelled'
  const merged = isCancelled
    ? undefined
    : await leaveMerge(collected, exchange.artifacts, { report, results, key })
  return { kind: 'merged', intake, report, merged, left: [] }
}

/** Checks before any test whether the result can be handed over, and announces the key that will sign it. */
async function claimMerge(collected: CollectedRun, artifacts: ArtifactStore, key: HarnessKey): Promise<void> {
  const path = join(collected.folder, keyFile)
  await writeFile(path, key.publicText)
  const name = toMergeTrialName(collected)
  if ((await artifacts.upload(name, [path], collected.folder)) === 'exists')
    throw new Error(`there is an artifact ${name} already, and it is not from this job`)
}

interface MadeMerge {
  readonly report: Report
  readonly results: ReadonlyMap<TaskId, TaskResult>
  readonly key: HarnessKey
}

/** Returns the digest of the artifact. */
async function leaveMerge(
  collected: CollectedRun,
  artifacts: ArtifactStore,
  { report, results, key }: MadeMerge,
): Promise<string> {
  const context = await openMergeContext(collected)
  try {
    const merge = await remakeTestedMerge(collected, context, report, results)
    await upload(collected, artifacts, { report, merge, key })
    return toMergeDigest(toTestedMergeText(merge))
  } finally {
    await removeLocalState(context.paths)
  }
}

/** Repeats the merge as the next job will, to detect here what that job could not do. */
async function remakeTestedMerge(
  { attempt, run, base }: CollectedRun,
  context: RunContext,
  report: Report,
  results: ReadonlyMap<TaskId, TaskResult>,
): Promise<TestedMerge> {
  const { objects } = context.repository
  const { reviews, comparisons, trouble, commit } = report.integration
  const plan = (await objects.readInfo(context.store.refs.plan))?.id ?? ''
  const left = listLeft(report)
  const tests = toTestFacts(report)
  const common = { version: 1, run, attempt, plan, base, left, tests, reviews, comparisons, trouble } as const
  if (commit === null) {
    const tree = (await objects.readInfo(`${base}^{tree}`))?.id ?? ''
    return { ...common, commit: base, tree, landed: [], resolutions: [] }
  }
  const resolutions = await readSentResolutions(context)
  const leftOut = new Set(left.filter(({ landing }) => landing === 'evicted').map(({ task }) => task))
  const { tip, landed } = await remakeMerge(context, { results, leftOut, resolutions })
  if (tip.commit !== commit)
    throw new Error(
      `the tested merge is ${commit}, but merging the same branches again gives ${tip.commit}: it cannot be published`,
    )
  return { ...common, ...tip, landed: [...landed], resolutions: [...resolutions.used] }
}

/** The tasks whose work is not in the merge. */
function listLeft({ tasks }: Report): TestedMerge['left'] {
  return Object.entries(tasks).flatMap(([task, { landing, reason }]) =>
    landing === 'landed' || landing === 'none' ? [] : [{ task, landing, reason: reason ?? '' }],
  )
}

function toTestFacts({ integration, timing }: Report): TestedMerge['tests'] {
  return {
    verdict: integration.tests,
    runs: integration.testRuns,
    failsOnBase: integration.failsOnBase,
    failing: integration.failing,
    flaky: integration.flaky,
    warnings: integration.warnings,
    seconds: timing.integrationSeconds,
  }
}

async function readSentResolutions(context: RunContext): Promise<SentResolutions> {
  const sent = (await new ResolutionCache(context).list()).flatMap(toSent)
  return new SentResolutions(context, sent, async ({ result }) => {
    const object = await context.repository.objects.read(result.id)
    return object?.content ?? Buffer.alloc(0)
  })
}

/** Resolutions by people and merge drivers stay in their clone: no job can verify them. */
function toSent({ by, proof: _, ours, theirs, result, ...rest }: StoredResolution): SentResolution[] {
  if (by !== 'agent' && by !== 'command' && by !== 'tests') return []
  if (ours === null || theirs === null || result === null || result.mode === linkMode) return []
  return [{ ...rest, ours, theirs, result: { ...result, mode: result.mode }, by }]
}

async function upload(
  collected: CollectedRun,
  artifacts: ArtifactStore,
  { report, merge, key }: { readonly report: Report; readonly merge: TestedMerge; readonly key: HarnessKey },
): Promise<void> {
  const root = join(collected.folder, 'merge')
  const write = async (name: string, content: Buffer | string) => {
    await mkdir(dirname(join(root, name)), { recursive: true })
    await writeFile(join(root, name), content)
    return join(root, name)
  }
  const text = toTestedMergeText(merge)
  const files = [
    await write(mergeFile, text),
    await write(signatureFile, key.sign(text)),
    await write(reportFile, toJson(report)),
  ]
  for (const id of new Set(merge.resolutions.map(({ result }) => result.id))) {
    const object = await collected.repository.objects.read(id)
    files.push(await write(toResolvedFile(id), object?.content ?? ''))
  }
  const stored = await artifacts.upload(toMergeArtifactName(collected), files, root)
  if (stored === 'exists')
    throw new Error(
      `there is an artifact ${toMergeArtifactName(collected)} already: each attempt can merge once`,
    )
}
