import { readRemoteRefs } from '../../git/remote/remote-access.ts'
import type { Plan } from '../../model/plan.ts'
import type { IntegrationReport, Report } from '../../model/report.ts'
import { withLanding } from '../../report/build-report.ts'
import { toRunRefs } from '../../run/run-refs.ts'
import type { CollectedRun } from '../collect/collected-run.ts'
import { type Forge, placedUrl } from './forge.ts'
import { landOnTarget } from './land-on-target.ts'
import { type PlacedPullRequests, placePullRequests } from './place-pull-requests.ts'
import type { PublishRequest } from './prepare-publication.ts'
import { placeProposal, toPlacingProblems } from './propose.ts'

export interface DeliveryRequest extends Pick<PublishRequest, 'access' | 'runUrl' | 'land'> {
  readonly collected: Pick<CollectedRun, 'repository' | 'run' | 'plan' | 'base'>
  readonly forge: Forge
}

/** The delivery of a result whose branches are at the remote. */
export interface Delivered {
  /** The report, which says how it was delivered. */
  readonly report: Report
  readonly pullRequests: PlacedPullRequests
  readonly problems: readonly string[]
}

interface Landed extends Omit<Delivered, 'report'> {
  readonly land: IntegrationReport['land']
}

const noPullRequests: PlacedPullRequests = { integration: undefined, tasks: new Map(), older: [] }

/** Delivers a pushed result as the plan says: opens pull requests, moves the target, or neither. */
export async function deliverResult(
  request: DeliveryRequest,
  report: Report,
  there: ReadonlySet<string>,
): Promise<Delivered> {
  const { land: how, ...delivered } = await land(request, report, there)
  return { ...delivered, report: withLanding(report, request.collected.plan, how) }
}

async function land(request: DeliveryRequest, report: Report, there: ReadonlySet<string>): Promise<Landed> {
  const { land: mode, collected, access } = request
  if (mode === 'pull-request') return openPullRequests(request, report, there)
  const { branch, commit: tip } = report.integration
  if (mode === 'none' || branch === null || tip === null)
    return { land: { mode, done: false, message: null }, pullRequests: noPullRequests, problems: [] }
  const { repository, run, plan, base } = collected
  const placing = { repository, access, run, refs: toRunRefs(run, plan.branch) }
  const { done, message } = await landOnTarget(placing, { target: report.target, base, tip })
  if (done) return { land: { mode, done, message }, pullRequests: noPullRequests, problems: [] }
  return proposeInstead(message, await openPullRequests(request, report, there))
}

/** A target that refuses the push, or has moved, may still accept a pull request. It does not have the result yet. */
function proposeInstead(refusal: string, { pullRequests, problems }: Landed): Landed {
  const url = placedUrl(pullRequests.integration)
  const message = url === undefined ? refusal : `${refusal}; it is proposed instead: ${url}`
  return { land: { mode: 'push', done: false, message }, pullRequests, problems: [message, ...problems] }
}

async function openPullRequests(
  request: DeliveryRequest,
  report: Report,
  there: ReadonlySet<string>,
): Promise<Landed> {
  const mode = 'pull-request'
  const proposed = withLanding(report, request.collected.plan, { mode, done: true, message: null })
  const { wanted, superseded } = await placeProposal(request, proposed, there, 'push')
  const pullRequests = await placePullRequests(request.forge, wanted)
  const { integration } = pullRequests
  const all = [...(integration === undefined ? [] : [integration]), ...pullRequests.tasks.values()]
  const refused = new Set(all.flatMap(toPlacingProblems))
  const problems = [...refused, ...(superseded === undefined ? [] : [superseded])]
  const url = integration?.kind === 'placed' ? integration.url : null
  const done = problems.length === 0 && all.length > 0
  return { land: { mode, done, message: problems[0] ?? url }, pullRequests, problems }
}

/** The branches of a run that are at the remote. */
export async function listBranchesThere({
  collected: { repository, run, plan },
  access,
}: Pick<DeliveryRequest, 'collected' | 'access'>): Promise<ReadonlySet<string>> {
  const { integration, branch } = toRunRefs(run, plan.branch)
  const names = [integration, ...plan.tasks.map(({ id }) => branch(id))]
  const remote = await readRemoteRefs(repository, access, names)
  return new Set(remote.kind === 'read' ? remote.refs.keys() : [])
}

/** How a plan wants its result to be delivered on GitHub. */
export function toLandMode({ integration }: Plan): PublishRequest['land'] {
  return integration.land ?? 'pull-request'
}
