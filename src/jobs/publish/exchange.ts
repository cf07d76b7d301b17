import { tryFetchRun } from '../../commands/share-run.ts'
import type { RemoteAccess } from '../../git/remote/push-refs.ts'
import { RefusedError } from '../../model/refused-error.ts'
import type { Intake } from '../handover/read-handovers.ts'
import { createRun } from '../lane/create-run.ts'
import type { ArtifactStore } from '../transport/artifact-store.ts'
import type { CollectedRun } from './collected-run.ts'
import { takeArtifacts } from './take-artifacts.ts'

/** How the jobs of a run exchange it: as artifacts, which nobody trusts, or as refs, which only jobs that may write can push. */
export type Exchange = ArtifactExchange | { readonly kind: 'refs'; readonly access: RemoteAccess }

export interface ArtifactExchange {
  readonly kind: 'artifacts'
  readonly artifacts: ArtifactStore
  /**
   * The digest of the merge, by the word of the job that made it. Every job can upload under the name of that one, also before it, but
   * only its own outputs are its own. Undefined: no job vouches for any merge.
   */
  readonly merged: string | undefined
}

/** Takes over what other jobs have left of a run: afterwards it is refs here. */
export async function takeRun(collected: CollectedRun, exchange: Exchange): Promise<Intake> {
  const { repository, run } = collected
  if (exchange.kind === 'refs') {
    const failure = await tryFetchRun(repository, run, exchange.access)
    if (failure !== undefined) throw new RefusedError(`run ${run} could not be fetched: ${failure}`)
  }
  await createRun(repository, collected)
  if (exchange.kind === 'refs') return { answers: [], notices: [] }
  const intake = await takeArtifacts(collected, exchange.artifacts)
  for (const text of intake.notices) collected.emit({ kind: 'notice', text })
  return intake
}
