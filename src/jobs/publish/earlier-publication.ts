import { tryFetchRefs } from '../../git/remote/fetch-refs.ts'
import type { Report } from '../../model/report.ts'
import { RunStore } from '../../run/run-store.ts'
import { listBranchesThere } from './deliver-result.ts'
import { placePullRequests } from './place-pull-requests.ts'
import type { PublishRequest } from './prepare-publication.ts'
import { placeProposal } from './propose.ts'
import type { Publication } from './publication.ts'

/** For a job that is repeated after it published: what it received is freed, so it only verifies. Undefined: not published yet. */
export async function tryEarlierPublication(request: PublishRequest): Promise<Publication | undefined> {
  const { land, forge } = request
  const report = await tryPublishedReport(request)
  if (report === undefined) return undefined
  const there = await listBranchesThere(request)
  const { wanted } =
    land === 'pull-request' ? await placeProposal(request, report, there, 'look') : { wanted: [] }
  return { report, pullRequests: await placePullRequests(forge, wanted), there, problems: [] }
}

async function tryPublishedReport({
  collected,
  exchange,
  access,
}: PublishRequest): Promise<Report | undefined> {
  if (!(await exchange.isFreed(collected))) return undefined
  const store = new RunStore(collected.repository, collected.run, collected.plan.branch)
  const failure = await tryFetchRefs(collected.repository, access, [store.refs.report])
  return failure === undefined ? store.readReport() : undefined
}
