import { findMissingAgents } from '../agent/find-agents.ts'
import type { Repository } from '../git/open-repository.ts'
import { hasUncommittedChanges } from '../git/target.ts'
import type { Plan, Task } from '../plan/plan.ts'
import type { CheckedPlan } from '../plan/read-plan.ts'
import { RefusedError } from '../plan/refused-error.ts'
import { starterPrompt } from '../plan/starter-plan.ts'
import { readStoredPlan } from '../plan/stored-plan.ts'
import type { EmitEvent } from '../report/run-event.ts'
import { findTarget, type Target } from './find-target.ts'
import { readTarget } from './integrate/read-target.ts'
import { isUnfinished, listRuns } from './run/claim-run.ts'
import { tryReadHolder } from './run/run-lock.ts'
import { RunStore } from './run/run-store.ts'

/** Finds everything that is missing or wrong before anything is started, and says what the user should know. */
export async function requireReady(
  repository: Repository,
  { plan, notices }: CheckedPlan,
  emit: EmitEvent,
): Promise<Target> {
  const target = await findTarget(repository, plan)
  await requireAgents(repository, plan, plan.tasks)
  if (plan.integration.land === 'push') await requireLandable(repository, target)
  for (const text of notices) emit({ kind: 'notice', text })
  if (plan.integration.land === 'pull-request') {
    emit({
      kind: 'notice',
      text: '`land: pull-request`: a run on one machine opens none, the branch is left for you',
    })
  }
  if (await hasUncommittedChanges(repository)) {
    emit({
      kind: 'notice',
      text: 'you have uncommitted changes: agents start from the last commit, without them',
    })
  }
  return target
}

/** Refuses tasks of a plan whose agents are not installed, or that do not say what shall be done. */
export async function requireAgents(
  repository: Repository,
  plan: Plan,
  tasks: readonly Task[],
): Promise<void> {
  const used = new Set(tasks.map(task => task.agent))
  const agents = Object.values(plan.agents).filter(({ name }) => used.has(name))
  const problems = [...(await findMissingAgents(agents, repository.env)), ...tasks.flatMap(toPromptProblem)]
  if (problems.length > 0) throw new RefusedError(problems.join('\n'))
}

function toPromptProblem({ id, prompt, issue }: Task): string[] {
  if (prompt === '')
    return [`task ${id}: issue #${issue} cannot be read here: write what it asks for as its \`prompt:\``]
  return prompt.startsWith(starterPrompt)
    ? [`task ${id} still has the prompt of the starter plan: write what shall be done`]
    : []
}

/** The name of a stored plan; undefined when another version wrote it so that it cannot be read. */
function tryStoredName(text: string): string | undefined {
  try {
    return readStoredPlan(text).plan.name
  } catch {
    return undefined
  }
}

async function requireLandable(repository: Repository, { branch }: Target): Promise<void> {
  const state = await readTarget(repository, branch)
  if ('refusal' in state) throw new RefusedError(`nothing could land (land: push): ${state.refusal}`)
}

/** Says which unfinished runs there are of earlier versions of a plan. */
export async function findOlderRuns(repository: Repository, { plan }: CheckedPlan): Promise<string[]> {
  const notices: string[] = []
  for (const run of await listRuns(repository)) {
    if (!(await isUnfinished(repository, run)) || (await tryReadHolder(repository, run)) !== undefined)
      continue
    const text = await new RunStore(repository, run).readPlanText()
    if (text === undefined || tryStoredName(text) !== plan.name) continue
    notices.push(
      `run ${run} of an earlier version of this plan is unfinished: name the plan and --resume ${run} to go on with it`,
    )
  }
  return notices
}
