import type { ObjectId } from '../../git/objects/objects.ts'
import type { Report } from '../../model/report.ts'
import { toBranchName, toRunRefs } from '../../run/run-refs.ts'
import type { CollectedRun } from '../collect/collected-run.ts'
import type { PlacedPullRequest } from './forge.ts'
import { type LivingBranchState, placeLivingBranch, readLivingBranch, toLivingRef } from './living-branch.ts'
import { type PlannedPullRequest, toIntegrationSubject, toWantedPullRequests } from './place-pull-requests.ts'
import type { Placing } from './place-refs.ts'
import type { PublishRequest } from './prepare-publication.ts'

type ProposedRun = Pick<CollectedRun, 'repository' | 'run' | 'plan' | 'base'>

export interface ProposalRequest extends Pick<PublishRequest, 'access' | 'runUrl'> {
  readonly collected: ProposedRun
}

/** The pull requests that a run wants. */
export interface PlacedProposal {
  readonly wanted: readonly PlannedPullRequest[]
  /** Why the tested result is not among them, though something landed. */
  readonly superseded: string | undefined
}

/** The pull requests for a run, by their head branches. With `look`, nothing is pushed. */
export async function placeProposal(
  { collected, access, runUrl }: ProposalRequest,
  report: Report,
  there: ReadonlySet<string>,
  mode: 'push' | 'look' | 'preview',
): Promise<PlacedProposal> {
  const { plan, repository, run } = collected
  const placing = { repository, access, run, refs: toRunRefs(run, plan.branch) }
  const { ref, state } = await placeHead(placing, collected, report, mode)
  const head = state === 'own' ? toBranchName(ref) : undefined
  const template = await tryTemplate(collected)
  const wanted = toWantedPullRequests({ plan, report, there, head, template, runUrl })
  if (state !== 'newer') return { wanted, superseded: undefined }
  return {
    wanted: wanted.filter(({ task }) => task !== undefined),
    superseded: `a newer run of this plan has proposed its result for ${report.target}, so this one is only on ${report.integration.branch}`,
  }
}

/** `foreign` if the branch is not this run's to move: then its own integration branch is used. */
async function placeHead(
  placing: Placing,
  { plan }: ProposedRun,
  { target, integration }: Report,
  mode: 'push' | 'look' | 'preview',
): Promise<{ readonly ref: string; readonly state: LivingBranchState }> {
  const commit: ObjectId | null = integration.branch === null ? null : integration.commit
  const ref = toLivingRef(plan.name, toIntegrationSubject(plan, target))
  if (commit === null || ['tasks', 'stacked'].includes(plan.integration.pullRequests))
    return { ref, state: 'foreign' }
  if (mode === 'preview') return { ref, state: 'own' }
  const place = mode === 'push' ? placeLivingBranch : readLivingBranch
  return { ref, state: await place(placing, ref, commit) }
}

/** The target's description template: the file at the base, which no agent has changed. */
async function tryTemplate({ plan, repository, base }: ProposedRun): Promise<string | undefined> {
  const { template } = plan.integration.pullRequest
  if (template === undefined) return undefined
  const object = await repository.objects.read(`${base}:${template}`)
  return object?.type === 'blob' ? String(object.content) : undefined
}

/** What GitHub refused. */
export function toPlacingProblems(placed: PlacedPullRequest): string[] {
  if (placed.kind === 'empty') return []
  return placed.kind === 'refused' ? [placed.reason] : [...placed.problems]
}
