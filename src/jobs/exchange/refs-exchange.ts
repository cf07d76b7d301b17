import { fetchRun } from '../../commands/share-run.ts'
import type { RemoteAccess } from '../../git/remote/remote-access.ts'
import type { RunContext } from '../../run/run-context.ts'
import type { CollectedRun } from '../collect/collected-run.ts'
import type { Intake } from '../handover/read-handovers.ts'
import { createRun } from '../lane/create-run.ts'
import type { CollectedResults, Exchange, FinishedMerge, GivenMerge } from '../publish/exchange.ts'
import { listRunRefs } from '../publish/list-run-refs.ts'
import { placeRefs } from '../publish/place-refs.ts'
import { type TestedResult, toReportedResult } from '../tested-merge/tested-result.ts'

/** By the run's refs at a remote, which only jobs with write access can push. */
export class RefsExchange implements Exchange {
  readonly canContinue = false
  readonly isCancelled = false
  private readonly access: RemoteAccess

  constructor(access: RemoteAccess) {
    this.access = access
  }

  async claimMerge(): Promise<void> {}

  async takeTasks(collected: CollectedRun): Promise<Intake> {
    const { repository, run } = collected
    await fetchRun(repository, run, this.access)
    await createRun(repository, collected)
    return { answers: [], notices: [] }
  }

  async giveMerge({ repository, run }: CollectedRun, { context }: FinishedMerge): Promise<GivenMerge> {
    const placing = { repository, run, refs: context.store.refs, access: this.access }
    const { left } = await placeRefs(placing, await listRunRefs(context))
    return { merged: undefined, isPushed: left.length === 0, left }
  }

  async takeMerge(_: CollectedRun, { store }: RunContext, results: CollectedResults): Promise<TestedResult> {
    return toReportedResult(await store.readReport(), await store.resolve(store.refs.integration), results)
  }

  async isFreed(): Promise<boolean> {
    return false
  }

  async free(): Promise<void> {}
}
