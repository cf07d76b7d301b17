import { tryProgram } from '../../files/programs.ts'
import { toCommandVariables } from '../../git/process/environment.ts'
import { runGit } from '../../git/process/run-git.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import type { Environment } from '../../model/plan.ts'
import { RefusedError } from '../../model/refused-error.ts'
import { listProblems, PlanError } from '../../plan/yaml/problem.ts'
import { type LoadedPlan, loadPlan, NoPlanError } from '../load-plan.ts'
import { requireReady } from '../prepare-run.ts'
import { examineAgents } from './examine-agents.ts'
import { examineGithub } from './examine-github.ts'
import { examineGitHubSetup } from './examine-github-setup.ts'
import { examineMachine, examineSandbox, toVersion } from './examine-machine.ts'
import { type DoctorFinding, toOk } from './finding.ts'

/**
 * Checks everything that a run needs, without starting or spending anything.
 *
 * @param github The environment with a token, if runs on GitHub are checked as well.
 */
export async function examine(
  repository: Repository,
  folder: string,
  planName: string | undefined,
  github: Environment | undefined,
): Promise<DoctorFinding[]> {
  const { plan, findings } = await examinePlan(repository, folder, {
    planName,
    isForIssues: github !== undefined,
  })
  return [
    ...(await examineMachine(repository, plan?.plan)),
    ...findings,
    ...(await examineAgents(repository.env, plan?.plan)),
    ...(await examineGithub(repository.env)),
    ...(github === undefined ? [] : await examineGitHubSetup(repository, github, plan?.plan)),
  ]
}

/**
 * The same where there is no usable repository: what concerns the machine.
 *
 * @param problem Why the folder cannot be used.
 */
export async function examineWithoutRepository(
  folder: string,
  env: Environment,
  problem: string,
): Promise<DoctorFinding[]> {
  const missing: DoctorFinding = {
    area: 'git',
    level: 'problem',
    text: problem,
    remedy: 'run this again in a repository: its checkouts, disk and plan were not checked',
  }
  const git =
    tryProgram('git') === undefined
      ? []
      : [toOk('git', toVersion(await runGit({ directory: folder, env }, ['--version'])))]
  const own = toCommandVariables(env)
  return [
    missing,
    ...git,
    await examineSandbox(undefined, undefined),
    ...(await examineAgents(own, undefined)),
    ...(await examineGithub(own)),
  ]
}

interface ExaminedPlan {
  readonly plan: LoadedPlan | undefined
  readonly findings: readonly DoctorFinding[]
}

interface PlanRequest {
  readonly planName: string | undefined
  /** Then a plan may be there only for its settings. */
  readonly isForIssues: boolean
}

/** Includes everything that `run` would refuse. */
async function examinePlan(
  repository: Repository,
  folder: string,
  { planName, isForIssues }: PlanRequest,
): Promise<ExaminedPlan> {
  let plan: LoadedPlan
  try {
    plan = loadPlan(folder, repository.root, planName)
  } catch (error) {
    return { plan: undefined, findings: toPlanProblems(error, isForIssues) }
  }
  const notices: string[] = []
  const count = plan.plan.tasks.length
  try {
    await requireReady(repository, plan, event => {
      if (event.kind === 'notice') notices.push(event.text)
    })
    const ok = toOk('plan', `${plan.path} is valid: ${count} ${count === 1 ? 'task' : 'tasks'}`)
    return { plan, findings: [ok, ...notices.map(toNotice)] }
  } catch (error) {
    return { plan, findings: toPlanProblems(error, isForIssues) }
  }
}

function toNotice(text: string): DoctorFinding {
  return { area: 'plan', level: 'warning', text, remedy: null }
}

function toPlanProblems(error: unknown, isForIssues: boolean): DoctorFinding[] {
  if (error instanceof PlanError)
    return listProblems(error.file, error.problems).map(text => ({
      area: 'plan',
      level: 'problem',
      text,
      remedy: 'fix the plan',
    }))
  if (!(error instanceof RefusedError)) throw error
  const isExpected = (text: string) => error instanceof NoPlanError || text.includes('placeholder prompt')
  const toLevel = (text: string) => (isForIssues && isExpected(text) ? 'warning' : 'problem')
  return error.message
    .split('\n')
    .filter(text => !text.includes('was not found in PATH')) // reported with the agents
    .map(text => ({ area: 'plan', level: toLevel(text), text, remedy: null }))
}
