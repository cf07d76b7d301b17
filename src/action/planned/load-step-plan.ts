import { setSecret } from '@actions/core'
import { loadPlan } from '../../commands/load-plan.ts'
import { fillPrompts } from '../../commands/prompts/fill-prompts.ts'
import { selectTasks } from '../../commands/select-tasks.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import { knownAgents } from '../../model/agents/known-agents.ts'
import type { Plan } from '../../model/plan.ts'
import { RefusedError } from '../../model/refused-error.ts'
import type { PlanFile } from '../../plan/file/plan-file.ts'
import type { CheckedPlan } from '../../plan/schema/read-plan.ts'
import { readStoredPlan, toStoredText } from '../../plan/schema/stored-plan.ts'
import { didYouMean, trySuggest } from '../../plan/schema/suggest.ts'
import { toInputLine } from '../inputs/input-reader.ts'
import type { Inputs } from '../inputs/inputs.ts'
import { toGitEnvironment } from '../inputs/job-environment.ts'
import { toSecrets } from '../inputs/secrets.ts'
import type { Step } from '../step/step.ts'
import { toWorkingFolder } from '../step/step-repository.ts'

/** Reads the plan of a step, applies its inputs, and masks secrets in it. */
export function loadStepPlan(step: Step, repository: Repository): CheckedPlan {
  const { inputs } = step
  const loaded = loadPlan(toWorkingFolder(step), repository.root, inputs.plan)
  const changed = withAgent(loaded, inputs)
  const checked = inputs.tasks.length === 0 ? changed : selectTasks(changed, inputs.tasks)
  maskSecrets(checked.plan, repository)
  return withOwnSettings(checked, inputs)
}

/** The plan stored with a run, for the jobs of a later workflow run. */
export function readStepPlan({ inputs }: Step, repository: Repository, text: string): CheckedPlan {
  const checked = readStoredPlan(text)
  maskSecrets(checked.plan, repository)
  return withOwnSettings(checked, inputs)
}

/** The same with prompts from issues and commands. The token is only for reading issues. */
export async function loadFilledPlan(step: Step, repository: Repository): Promise<CheckedPlan> {
  const env = { ...toGitEnvironment(step.env), GH_TOKEN: step.inputs.githubToken }
  return fillPrompts(loadStepPlan(step, repository), repository, env)
}

function withAgent(checked: CheckedPlan, { agent }: Inputs): CheckedPlan {
  if (agent === undefined) return checked
  requireAgent(agent, checked.file)
  return readStoredPlan(toStoredText({ ...checked.file, agent }, checked.order))
}

/** The stored plan must be the same in all jobs of a run: inputs for landing and the sandbox exist only in some of them. */
function withOwnSettings({ plan, ...checked }: CheckedPlan, { land, sandbox }: Inputs): CheckedPlan {
  const integration = { ...plan.integration, ...(land === undefined ? {} : { land }) }
  return { ...checked, plan: { ...plan, integration, sandbox: sandbox ?? plan.sandbox } }
}

function requireAgent(agent: string, { agents }: PlanFile): void {
  const names = [...Object.keys(agents), ...knownAgents]
  if (names.includes(agent)) return
  throw new RefusedError(
    `the input \`agent: ${agent}\` is neither a known CLI nor an agent of the plan${didYouMean(agent, names)}. ` +
      `Write:\n${toInputLine('agent', trySuggest(agent, names) ?? names[0] ?? '')}`,
  )
}

function maskSecrets({ env, agents, tasks }: Plan, repository: Repository): void {
  const inner = [...Object.values(agents), ...tasks].map(part => part.env)
  const environments = [repository.env, repository.keys, env, ...inner]
  for (const secret of new Set(environments.flatMap(toSecrets))) setSecret(secret)
}
