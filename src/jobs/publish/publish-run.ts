import type { IntegrationReport, Report } from '../../model/report.ts'
import { toBranchName } from '../../run/run-refs.ts'
import type { Intake } from '../handover/read-handovers.ts'
import { tryEarlierPublication } from './earlier-publication.ts'
import { placedUrl } from './forge.ts'
import { landOnTarget } from './land-on-target.ts'
import { listRunBranches, listRunState } from './list-run-refs.ts'
import {
  answerIssues,
  type PlacedPullRequests,
  placePullRequests,
  tryComment,
} from './place-pull-requests.ts'
import { type LeftRef, placeRefs, planRefs } from './place-refs.ts'
import { type Prepared, type PublishRequest, withPrepared } from './prepare-publication.ts'
import { placeProposal, toPlacingProblems } from './propose.ts'
import type { Publication } from './publication.ts'
import { toReport } from './published-report.ts'

/** What publishing would do. */
export interface PublishPreview {
  readonly report: Report
  /** `<ref> → <object>` */
  readonly updates: readonly string[]
  /** `<head> → <base>` */
  readonly pullRequests: readonly string[]
  readonly problems: readonly string[]
}

/**
 * Publishes the work of other jobs without starting any of it: every branch that passes the quarantine, and their tested merge, if
 * repeating it gives the same result. Idempotent.
 */
export async function publishRun(request: PublishRequest): Promise<Publication> {
  const earlier = await tryEarlierPublication(request)
  if (earlier !== undefined) return earlier
  return withPrepared(request, async prepared => {
    const { context, placing } = prepared
    const branches = await placeRefs(placing, await listRunBranches(context))
    const site = { branch: toPlacedBranch(prepared, branches.there), there: branches.there }
    const landed = await land(request, prepared, site)
    const report = toReport({ ...prepared, branch: site.branch, land: landed.land })
    await context.store.saveReport(report)
    const state = await placeRefs(placing, await listRunState(context))
    const comment = await tryComment(request.forge, report, landed.pullRequests.integration)
    const links = { pullRequest: placedUrl(landed.pullRequests.integration), run: request.runUrl }
    const untold =
      request.land === 'none' ? [] : await answerIssues(request.forge, request.collected.plan, report, links)
    const problems = [
      ...toProblems(prepared, [...branches.left, ...state.left]),
      ...landed.problems,
      ...(comment === undefined ? [] : [`could not comment on the pull request: ${comment}`]),
      ...untold,
    ]
    if (problems.length === 0) await request.exchange.free(request.collected)
    return {
      report,
      pullRequests: landed.pullRequests,
      there: new Set([...branches.there, ...state.there]),
      problems,
    }
  })
}

/** Does everything that writes nothing outside of this clone. */
export function previewPublish(request: PublishRequest): Promise<PublishPreview> {
  return withPrepared(request, async prepared => {
    const { context, placing } = prepared
    const refs = [...(await listRunBranches(context)), ...(await listRunState(context))]
    const { there, updates, left } = await planRefs(placing, refs)
    const wouldBe = new Set([...there, ...updates.map(({ ref }) => ref)])
    const branch = toPlacedBranch(prepared, wouldBe)
    const report = toReport({ ...prepared, branch, land: { mode: request.land, done: false, message: null } })
    const { wanted } =
      request.land === 'pull-request'
        ? await placeProposal(request, report, wouldBe, 'preview')
        : { wanted: [] }
    return {
      report,
      updates: updates.map(({ ref, to }) => `${ref} → ${to}`),
      pullRequests: wanted.map(({ wanted: { head, base } }) => `${head} → ${base}`),
      problems: toProblems(prepared, left),
    }
  })
}

/** The integration branch, if the remote has it with the tested result. */
function toPlacedBranch({ context, tested }: Prepared, there: ReadonlySet<string>): string | null {
  const { integration } = context.store.refs
  return tested.integration.commit !== null && there.has(integration) ? toBranchName(integration) : null
}

interface Site {
  readonly branch: string | null
  /** Refs at the remote. */
  readonly there: ReadonlySet<string>
}

interface Landed {
  readonly land: IntegrationReport['land']
  readonly pullRequests: PlacedPullRequests
  readonly problems: readonly string[]
}

const noPullRequests: PlacedPullRequests = { integration: undefined, tasks: new Map(), older: [] }

async function land(request: PublishRequest, prepared: Prepared, site: Site): Promise<Landed> {
  const { land: mode, collected } = request
  if (mode === 'pull-request') return openPullRequests(request, prepared, site)
  const tip = prepared.tested.integration.commit
  if (mode === 'none' || site.branch === null || tip === null)
    return { land: { mode, done: false, message: null }, pullRequests: noPullRequests, problems: [] }
  const { target, base } = collected
  const { done, message } = await landOnTarget(prepared.placing, { target, base, tip })
  if (done) return { land: { mode, done, message }, pullRequests: noPullRequests, problems: [] }
  return proposeInstead(message, await openPullRequests(request, prepared, site))
}

/** A target that refuses the push, or has moved, may still accept a pull request. It does not have the result yet. */
function proposeInstead(refusal: string, { pullRequests, problems }: Landed): Landed {
  const url = placedUrl(pullRequests.integration)
  const message = url === undefined ? refusal : `${refusal}; it is proposed instead: ${url}`
  return { land: { mode: 'push', done: false, message }, pullRequests, problems: [message, ...problems] }
}

async function openPullRequests(
  request: PublishRequest,
  prepared: Prepared,
  { branch, there }: Site,
): Promise<Landed> {
  const mode = 'pull-request'
  const report = toReport({ ...prepared, branch, land: { mode, done: true, message: null } })
  const { wanted, superseded } = await placeProposal(request, report, there, 'push')
  const pullRequests = await placePullRequests(request.forge, wanted)
  const { integration } = pullRequests
  const all = [...(integration === undefined ? [] : [integration]), ...pullRequests.tasks.values()]
  const refused = new Set(all.flatMap(toPlacingProblems))
  const problems = [...refused, ...(superseded === undefined ? [] : [superseded])]
  const url = integration?.kind === 'placed' ? integration.url : null
  const done = problems.length === 0 && all.length > 0
  return { land: { mode, done, message: problems[0] ?? url }, pullRequests, problems }
}

function toProblems({ intake, tested }: Prepared, left: readonly LeftRef[]): string[] {
  return [
    ...toIntakeProblems(intake),
    ...(tested.problem === undefined ? [] : [`no tested result is published: ${tested.problem}`]),
    ...left.map(({ ref, reason }) => `${ref} is not pushed: ${reason}`),
  ]
}

/** Refused handovers. */
export function toIntakeProblems({ answers }: Intake): string[] {
  return answers.flatMap(answer =>
    answer.kind === 'refused' ? [`the handover of ${answer.task} is refused: ${answer.reason}`] : [],
  )
}
