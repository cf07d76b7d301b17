import * as z from 'zod'
import { tryFetchRefs } from '../../git/remote/fetch-refs.ts'
import { ResolutionCache } from '../../merging/resolution-cache.ts'
import type { RunContext } from '../../run/run-context.ts'
import { RunStore } from '../../run/run-store.ts'
import type { CollectedRun } from '../collect/collected-run.ts'
import { type ArtifactSources, takeArtifacts } from '../collect/take-artifacts.ts'
import { toArtifactPrefix, tryReadArtifactName } from '../handover/artifact-name.ts'
import { HarnessKey } from '../handover/harness-key.ts'
import type { Intake } from '../handover/read-handovers.ts'
import { createRun } from '../lane/create-run.ts'
import type { CollectedResults, Exchange, FinishedMerge, GivenMerge } from '../publish/exchange.ts'
import { placeRefs } from '../publish/place-refs.ts'
import { isCancelled } from '../tested-merge/merge-end.ts'
import { type TestedResult, toStoredResolutions, toVerifiedResult } from '../tested-merge/tested-result.ts'
import { type ToldMerge, type VerifiedMerge, verifyMerge } from '../tested-merge/verify-merge.ts'
import { claimMerge, writeMergeArtifact } from '../tested-merge/write-merge-artifact.ts'
import { TransportError } from '../transport/transport.ts'

export interface ArtifactsExchangeRequest extends ArtifactSources, ToldMerge {}

/** By artifacts, which every job of the workflow run can write: nothing in them counts before it is verified. */
export class ArtifactsExchange implements Exchange {
  readonly canContinue = true
  readonly isCancelled: boolean
  private readonly request: ArtifactsExchangeRequest
  private readonly key = new HarnessKey()

  constructor(request: ArtifactsExchangeRequest) {
    this.request = request
    this.isCancelled = isCancelled(request.mergeEnd)
  }

  claimMerge(collected: CollectedRun): Promise<void> {
    return claimMerge(collected, this.request.artifacts, this.key)
  }

  async takeTasks(collected: CollectedRun): Promise<Intake> {
    await createRun(collected.repository, collected)
    const intake = await takeArtifacts(collected, this.request)
    for (const text of intake.notices) collected.emit({ kind: 'notice', text })
    return intake
  }

  /** A stopped merge leaves no artifact. */
  async giveMerge(collected: CollectedRun, { report, results }: FinishedMerge): Promise<GivenMerge> {
    if (report.status === 'cancelled') return { merged: undefined, isPushed: false, left: [] }
    const { artifacts } = this.request
    return {
      merged: await writeMergeArtifact(collected, artifacts, { report, results, key: this.key }),
      isPushed: false,
      left: [],
    }
  }

  async takeMerge(
    collected: CollectedRun,
    context: RunContext,
    results: CollectedResults,
  ): Promise<TestedResult> {
    const verified = await verifyMerge(collected, this.request, context, results)
    await store(context, verified)
    return toVerifiedResult(verified, results)
  }

  /** Artifacts can also be gone because they have expired, or because an agent has deleted them. */
  async isFreed({ repository, run }: CollectedRun): Promise<boolean> {
    const { artifacts, access, merged } = this.request
    if (merged === undefined) return false
    const prefix = toArtifactPrefix(run)
    if ((await artifacts.list()).some(name => name.startsWith(prefix))) return false
    const store = new RunStore(repository, run, undefined)
    if ((await tryFetchRefs(repository, access, [store.refs.published])) !== undefined) return false
    return (await store.readJson(store.refs.published, publishedSchema))?.merged === merged
  }

  /** Later attempts find everything on refs. */
  async free(collected: CollectedRun): Promise<void> {
    const { run, emit } = collected
    const { artifacts } = this.request
    try {
      await this.markPublished(collected)
      const prefix = toArtifactPrefix(run)
      const names = (await artifacts.list()).filter(name => name.startsWith(prefix))
      // What says whose handovers they are goes last: without it, those that a crash leaves would be refused.
      const isHandover = (name: string) => tryReadArtifactName(name) !== undefined
      const others = names.filter(name => !isHandover(name))
      for (const name of [...names.filter(isHandover), ...others]) await artifacts.remove(name)
    } catch (error) {
      if (!(error instanceof TransportError)) throw error
      emit({ kind: 'notice', text: `artifacts stay until they expire: ${error.message}` })
    }
  }

  private async markPublished({ repository, run, plan }: CollectedRun): Promise<void> {
    const { access, merged } = this.request
    if (merged === undefined) return
    const store = new RunStore(repository, run, plan.branch)
    const { refs } = store
    const id = await store.writeJson({ merged })
    await store.pointRefs([[refs.published, id]])
    const { left } = await placeRefs({ repository, run, refs, access }, [{ name: refs.published, id }])
    if (left[0] !== undefined) throw new TransportError(`${left[0].ref} is not pushed: ${left[0].reason}`)
  }
}

const publishedSchema = z.object({ merged: z.string() })

async function store(context: RunContext, verified: VerifiedMerge): Promise<void> {
  const hasLanded = verified.kind === 'verified' && verified.merge.landed.length > 0
  const { refs } = context.store
  await context.store.pointRefs([[refs.integration, hasLanded ? verified.merge.commit : undefined]])
  const resolutions = toStoredResolutions(verified)
  if (resolutions.length > 0) await new ResolutionCache(context).add(resolutions)
}
