import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ResolutionCache, type StoredResolution } from '../../merging/resolution-cache.ts'
import { linkMode } from '../../model/file-modes.ts'
import type { TaskId } from '../../model/plan.ts'
import type { Report } from '../../model/report.ts'
import type { TaskResult } from '../../model/task-result.ts'
import { removeLocalState } from '../../run/remove-local-state.ts'
import type { RunContext } from '../../run/run-context.ts'
import { toJson } from '../../run/run-store.ts'
import { readSpent } from '../../run/spending.ts'
import { type CollectedRun, openMergeContext } from '../collect/collected-run.ts'
import { toMergeTrialName } from '../handover/artifact-name.ts'
import type { HarnessKey } from '../handover/harness-key.ts'
import type { ArtifactStore } from '../transport/artifact-store.ts'
import {
  keyFile,
  mergeFile,
  reportFile,
  signatureFile,
  toMergeArtifactName,
  toResolvedFile,
} from './merge-artifact.ts'
import { remakeMerge } from './remake-merge.ts'
import { SentResolutions } from './sent-resolutions.ts'
import { type SentResolution, type TestedMerge, toMergeDigest, toTestedMergeText } from './tested-merge.ts'

/** Checks before any test whether the result can be handed over, and announces the key that will sign it. */
export async function claimMerge(
  collected: CollectedRun,
  artifacts: ArtifactStore,
  key: HarnessKey,
): Promise<void> {
  const path = join(collected.folder, keyFile)
  await writeFile(path, key.publicText)
  const name = toMergeTrialName(collected)
  if ((await artifacts.upload(name, [path], collected.folder)) === 'exists')
    throw new Error(`there is an artifact ${name} already, and it is not from this job`)
}

export interface SignedMerge {
  readonly report: Report
  readonly results: ReadonlyMap<TaskId, TaskResult>
  readonly key: HarnessKey
}

/** Leaves a merge as an artifact, from which another job repeats it without starting anything. Returns its digest. */
export async function writeMergeArtifact(
  collected: CollectedRun,
  artifacts: ArtifactStore,
  { report, results, key }: SignedMerge,
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
  const { reviews, comparisons, problem, commit } = report.integration
  const plan = (await objects.readInfo(context.store.refs.plan))?.id ?? ''
  const left = listLeft(report)
  const tests = toTestFacts(report)
  const { spent = null } = await readSpent(context.store)
  const told = { left, tests, reviews, comparisons, spent, problem }
  const common = { version: 1, run, attempt, plan, base, ...told } as const
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
