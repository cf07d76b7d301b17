import { chooseWay } from '../agents/agent-way.ts'
import { recogniseNeeds } from '../checkouts/recognise/recognise.ts'
import type { ObjectId } from '../git/objects/objects.ts'
import { runGit } from '../git/process/run-git.ts'
import type { Repository } from '../git/repository/open-repository.ts'
import type { Environment, Plan } from '../model/plan.ts'
import { RefusedError } from '../model/refused-error.ts'
import type { CheckedPlan } from '../plan/schema/read-plan.ts'
import { findUnmatchedScopes } from '../plan/schema/unmatched-scopes.ts'
import { type AgentOverview, type PlanOverview, toPlanOverview } from '../report/text/plan-overview.ts'
import { findUnlistedGenerated } from './find-generated.ts'
import { findTarget } from './target/find-target.ts'

/** What is known of a plan in this repository. A target that is missing is not an error yet: `run` refuses it. */
export async function describePlan(
  repository: Repository,
  checked: CheckedPlan,
  maxParallel: number | undefined,
): Promise<PlanOverview> {
  const target = await findTarget(repository, checked.plan).catch(error => {
    if (error instanceof RefusedError) return null
    throw error
  })
  const notices = [
    ...checked.notices,
    ...(target === null ? [] : await findScopeSlips(repository, checked.plan, target.commit)),
    ...(target === null ? [] : await findUnlistedGenerated(repository, checked.plan, target.commit)),
    ...(checked.plan.integration.test === undefined ? [untested] : []),
    ...(await nameNeeds(repository, checked.plan)),
  ]
  const agents = describeAgents(checked.plan, repository.env)
  return toPlanOverview({ ...checked, notices }, { target, agents }, maxParallel ?? checked.plan.maxParallel)
}

/** How each known agent would be run here. */
function describeAgents({ agents }: Plan, env: Environment): AgentOverview[] {
  return Object.values(agents).flatMap(agent => {
    if (agent.kind !== 'cli') return []
    const { kind: via, reason } = chooseWay(agent, env)
    return [{ name: agent.name, use: agent.use, via, reason }]
  })
}

async function nameNeeds(repository: Repository, { checkout, setup }: Plan): Promise<string[]> {
  const needs = await recogniseNeeds(repository, checkout, setup)
  return needs.map(({ what, why, write }) => `checkouts may need ${what} (${why}): \`${write}\``)
}

const untested =
  'there is no `integration.test`: branches are merged, and nothing finds out whether they work together. Write for example `integration: { test: npm test }`'

/** Scopes that most likely name another folder than was meant. */
export async function findScopeSlips(
  repository: Repository,
  { tasks }: Plan,
  commit: ObjectId,
): Promise<string[]> {
  const listing = await runGit(repository.place, [
    'ls-tree',
    '-r',
    '-z',
    '--name-only',
    '--full-tree',
    commit,
  ])
  return findUnmatchedScopes(tasks, listing.split('\0'))
}
