import { chooseWay } from '../agents/agent-way.ts'
import { findMissingFiles } from '../checkouts/recognise/missing-files.ts'
import { recogniseNeeds } from '../checkouts/recognise/recognise.ts'
import type { ObjectId } from '../git/objects/objects.ts'
import type { Repository } from '../git/repository/open-repository.ts'
import type { Environment, Plan } from '../model/plan.ts'
import { RefusedError } from '../model/refused-error.ts'
import { toCouplingNotices, tryCoupledAdvice } from '../plan/coupling/coupling-notices.ts'
import type { CheckedPlan } from '../plan/schema/read-plan.ts'
import { findUnmatchedScopes } from '../plan/schema/unmatched-scopes.ts'
import { type AgentOverview, type PlanOverview, toPlanOverview } from '../report/text/plan-overview.ts'
import { findTakenNames, toTakenText } from './branches/free-names.ts'
import { hasUnfinishedRun } from './earlier-runs.ts'
import { findUnlistedGenerated } from './find-generated.ts'
import { listFiles, readSurvey } from './survey/read-survey.ts'
import { findTarget, type Target } from './target/find-target.ts'

/** An overview of a plan in this repository. A missing target is not an error yet: `run` refuses it. */
export async function describePlan(
  repository: Repository,
  checked: CheckedPlan,
  maxParallel: number | undefined,
): Promise<PlanOverview> {
  const target = await findTarget(repository, checked.plan).catch(error => {
    if (error instanceof RefusedError) return null
    throw error
  })
  const { tasks } = checked.plan
  const survey = target === null ? undefined : await readSurvey(repository, target.commit)
  const notices = [
    ...checked.notices,
    ...(survey === undefined ? [] : findUnmatchedScopes(tasks, survey.paths)),
    ...(survey === undefined ? [] : toCouplingNotices(tasks, survey)),
    ...(target === null || survey === undefined
      ? []
      : await findUnlistedGenerated(repository, checked.plan, {
          commit: target.commit,
          paths: survey.paths,
        })),
    ...(target === null ? [] : await nameTaken(repository, checked, target)),
    ...(checked.plan.integration.test === undefined ? [untested] : []),
    ...(await findMissingFiles(repository, checked.plan.checkout)),
    ...(await nameNeeds(repository, checked.plan)),
    ...nameSessions(checked.plan, repository.env),
  ]
  const agents = describeAgents(checked.plan, repository.env)
  const advice = (survey === undefined ? undefined : tryCoupledAdvice(tasks, survey)) ?? null
  const facts = { target, agents, advice }
  return toPlanOverview({ ...checked, notices }, facts, maxParallel ?? checked.plan.maxParallel)
}

/** How each known agent would run here. */
function describeAgents({ agents }: Plan, env: Environment): AgentOverview[] {
  return Object.values(agents).flatMap(agent => {
    if (agent.kind !== 'cli') return []
    const { kind: via, reason } = chooseWay(agent, env)
    return [{ name: agent.name, use: agent.use, via, reason }]
  })
}

/** Which tasks continue the session of another one. Agents that run here by their command line have no sessions. */
function nameSessions({ agents, tasks }: Plan, env: Environment): string[] {
  return tasks.flatMap(({ id, agent: name, continues }) => {
    if (continues === undefined) return []
    const agent = agents[name]
    const way = agent?.kind === 'cli' ? chooseWay(agent, env) : undefined
    return way?.kind === 'cli'
      ? [
          `${id} starts a new session instead of continuing that of ${continues}: ${name} is run by its command line, because ${way.reason}`,
        ]
      : [`${id} continues the session of ${continues}, in a checkout of its own`]
  })
}

async function nameNeeds(repository: Repository, { checkout, setup }: Plan): Promise<string[]> {
  const needs = await recogniseNeeds(repository, checkout, setup)
  return needs.map(({ what, why, write }) => `checkouts may need ${what} (${why}): \`${write}\``)
}

/** Branch names that `run` will refuse. Those of a run that it would resume do not count. */
async function nameTaken(repository: Repository, checked: CheckedPlan, target: Target): Promise<string[]> {
  const { plan } = checked
  if (plan.branch === undefined || (await hasUnfinishedRun(repository, checked, target))) return []
  const taken = await findTakenNames(repository, '<run>', plan)
  return taken.length === 0 ? [] : [toTakenText(taken, plan.branch)]
}

const untested =
  '`integration.test` is missing: nothing checks whether the merged branches work together. Write for example `integration: { test: npm test }`'

/** Scopes that probably name the wrong folder. */
export async function findScopeSlips(
  repository: Repository,
  { tasks }: Plan,
  commit: ObjectId,
): Promise<string[]> {
  return findUnmatchedScopes(tasks, await listFiles(repository, commit))
}
