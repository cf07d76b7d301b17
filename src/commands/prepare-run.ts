import { findMissingAgents } from '../agents/find-agents.ts'
import { listFilterNotices, requireClosedFilters } from '../git/attributes/filters.ts'
import { tryResolve } from '../git/refs/refs.ts'
import { tryReadUpstream } from '../git/refs/upstream.ts'
import type { Repository } from '../git/repository/open-repository.ts'
import { tryFindMissingBlobs } from '../git/repository/partial-clone.ts'
import { hasUncommittedChanges } from '../git/worktree/target.ts'
import { readTarget } from '../integration/land/read-target.ts'
import type { Plan, Task } from '../model/plan.ts'
import { RefusedError } from '../model/refused-error.ts'
import type { EmitEvent } from '../model/run-event.ts'
import type { CheckedPlan } from '../plan/schema/read-plan.ts'
import { hasZeroCharacter, zeroCharacterMessage } from '../plan/schema/zero-characters.ts'
import { starterPrompt } from '../plan/starter/starter-plan.ts'
import { toCount } from '../report/text/text.ts'
import { branchRefs, toBranchName } from '../run/run-refs.ts'
import { findScopeSlips } from './describe-plan.ts'
import { findTarget, type Target } from './target/find-target.ts'

/** Finds everything that is missing or wrong before a run starts, and notices for the user. */
export async function requireReady(
  repository: Repository,
  { plan, notices }: CheckedPlan,
  emit: EmitEvent,
): Promise<Target> {
  const target = await findTarget(repository, plan)
  const problems = [
    ...findMissing(repository, plan, plan.tasks, toIntegrationAgents(plan)),
    ...plan.tasks.flatMap(toPromptProblem),
    ...(await findRepositoryProblems(repository, target)),
  ]
  if (problems.length > 0) throw new RefusedError(problems.join('\n'))
  await requireClosedFilters(repository, target.commit)
  if (plan.integration.land === 'push') await requireLandable(repository, target)
  const found = [
    ...(await findScopeSlips(repository, plan, target.commit)),
    ...(await listFilterNotices(repository, target.commit)),
  ]
  for (const text of [...notices, ...found]) emit({ kind: 'notice', text })
  if (plan.integration.land === 'pull-request') {
    emit({
      kind: 'notice',
      text: '`land: pull-request` opens pull requests only on GitHub Actions: this run leaves its branch for you',
    })
  }
  const behind = await tryBehindNotice(repository, target)
  if (behind !== undefined) emit({ kind: 'notice', text: behind })
  if (await hasUncommittedChanges(repository)) {
    emit({
      kind: 'notice',
      text: 'you have uncommitted changes: agents start from the last commit, without them',
    })
  }
  return target
}

/** A notice if the target is behind its upstream. */
async function tryBehindNotice(repository: Repository, { branch }: Target): Promise<string | undefined> {
  const { name, ahead, behind } = (await tryReadUpstream(repository, branch)) ?? {
    name: '',
    ahead: 0,
    behind: 0,
  }
  if (behind === 0) return undefined
  const commits = `${behind} ${behind === 1 ? 'commit' : 'commits'}`
  return ahead === 0
    ? `${branch} is ${commits} behind ${name} as of the last fetch, and agents start from ${branch}: bring it up to date first with "git fetch . ${name}:${branch}" (or "git pull --ff-only" where it is checked out)`
    : `${branch} and ${name} have diverged (${ahead} ahead, ${behind} behind as of the last fetch), and agents start from ${branch}`
}

/** Problems of the repository that would make every task fail after its agent has worked. */
async function findRepositoryProblems(repository: Repository, { branch, commit }: Target): Promise<string[]> {
  const inTheWay = branchRefs.replace(/\/$/, '')
  const hasBranch = (await tryResolve(repository, inTheWay)) !== undefined
  const leftOut = await tryFindMissingBlobs(repository, commit)
  const name = toBranchName(inTheWay)
  return [
    ...(hasBranch
      ? [
          `the branch ${name} prevents branches named ${name}/<run>/…: rename it with "git branch -m ${name} <other name>"`,
        ]
      : []),
    ...(leftOut === undefined
      ? []
      : [
          `this partial clone lacks ${toCount(leftOut.count, 'file')} of ${branch}: fetch them with "git fetch --refetch --no-filter ${leftOut.remote}"`,
        ]),
  ]
}

/** Why `run` would refuse the plan on this machine. Prompts that are read at the start of a run are not known yet. */
export async function findRefusals(repository: Repository, plan: Plan): Promise<string[]> {
  const written = plan.tasks.filter(({ prompt }) => prompt !== '')
  const target = await findTarget(repository, plan).catch(toRefusal)
  return [
    ...(typeof target === 'string' ? [target] : []),
    ...findMissing(repository, plan, plan.tasks, toIntegrationAgents(plan)),
    ...written.flatMap(toPromptProblem),
  ]
}

function toRefusal(error: unknown): string {
  if (error instanceof RefusedError) return error.message
  throw error
}

function toIntegrationAgents({ integration: { agent, reviews, compare } }: Plan): string[] {
  return [agent, compare?.agent, ...reviews.map(reviewer => reviewer.agent)].filter(
    name => name !== undefined,
  )
}

/** Refuses tasks without a prompt or an installed agent. */
export async function requireAgents(
  repository: Repository,
  plan: Plan,
  tasks: readonly Task[],
): Promise<void> {
  const problems = [...findMissing(repository, plan, tasks, []), ...tasks.flatMap(toPromptProblem)]
  if (problems.length > 0) throw new RefusedError(problems.join('\n'))
}

/** @param others Agents that are needed besides those of the tasks. */
function findMissing(
  repository: Repository,
  plan: Plan,
  tasks: readonly Task[],
  others: readonly string[],
): string[] {
  const reviewers = tasks.flatMap(task => [task.planFirst?.agent, ...task.reviews.map(({ agent }) => agent)])
  const used = new Set([...tasks.map(task => task.agent), ...reviewers, ...others])
  const agents = Object.values(plan.agents).filter(({ name }) => used.has(name))
  return findMissingAgents(agents, repository.env)
}

function toPromptProblem({ id, prompt, issue }: Task): string[] {
  if (prompt === '')
    return [
      `task ${id}: ${issue === undefined ? 'its `prompt-command` was not run' : `issue #${issue} was not read`} for this job: give it the output \`plan-text\` of \`command: plan\` as its plan, or write \`prompt:\``,
    ]
  if (hasZeroCharacter(prompt)) return [`task ${id}: the prompt ${zeroCharacterMessage}`]
  return prompt.startsWith(starterPrompt)
    ? [`task ${id} still has the placeholder prompt of the starter plan: replace it`]
    : []
}

async function requireLandable(repository: Repository, { branch }: Target): Promise<void> {
  const state = await readTarget(repository, branch)
  if ('refusal' in state)
    throw new RefusedError(
      `nothing could land (land: push): ${state.refusal}\nfix that and run the command again, or write \`land: none\` and land the tested result later with "parallel-agents merge --land push"`,
    )
}
