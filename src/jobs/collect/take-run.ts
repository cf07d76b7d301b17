import { tryFetchRun } from '../../commands/share-run.ts'
import { RefusedError } from '../../model/refused-error.ts'
import type { Intake } from '../handover/read-handovers.ts'
import { createRun } from '../lane/create-run.ts'
import type { CollectedRun } from './collected-run.ts'
import type { Exchange } from './exchange.ts'
import { takeArtifacts } from './take-artifacts.ts'

/** Imports the work of other jobs: afterwards it is on refs here. */
export async function takeRun(collected: CollectedRun, exchange: Exchange): Promise<Intake> {
  const { repository, run } = collected
  if (exchange.kind === 'refs') {
    const failure = await tryFetchRun(repository, run, exchange.access)
    if (failure !== undefined) throw new RefusedError(`run ${run} could not be fetched: ${failure}`)
  }
  await createRun(repository, collected)
  if (exchange.kind === 'refs') return { answers: [], notices: [] }
  const intake = await takeArtifacts(collected, exchange)
  for (const text of intake.notices) collected.emit({ kind: 'notice', text })
  return intake
}
