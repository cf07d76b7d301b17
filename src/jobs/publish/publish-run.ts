import type { Report } from '../../model/report.ts'
import { toBranchName } from '../../run/run-refs.ts'
import type { Intake } from '../handover/read-handovers.ts'
import { deliverResult } from './deliver-result.ts'
import { tryEarlierPublication } from './earlier-publication.ts'
import { listPushableState, listRunBranches, listRunState } from './list-run-refs.ts'
import { type LeftRef, placeRefs, planRefs } from './place-refs.ts'
import { type Prepared, type PublishRequest, withPrepared } from './prepare-publication.ts'
import { placeProposal } from './propose.ts'
import type { Publication } from './publication.ts'
import { toReport } from './published-report.ts'
import { tellOutcome } from './tell-outcome.ts'

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
    const branch = toPlacedBranch(prepared, branches.there)
    const merged = toReport({ ...prepared, branch, land: { mode: request.land, done: false, message: null } })
    const delivered = await deliverResult(request, merged, branches.there)
    const { report, pullRequests } = delivered
    await context.store.saveReport(report)
    const state = await placeRefs(placing, await listPushableState(context, request.access))
    const problems = [
      ...toProblems(prepared, [...branches.left, ...state.left]),
      ...delivered.problems,
      ...(await tellOutcome(request, delivered, undefined)),
    ]
    if (problems.length === 0) await request.exchange.free(request.collected)
    return {
      report,
      pullRequests,
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
