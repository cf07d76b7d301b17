import { isDebug, setSecret } from '@actions/core'
import { ZodError } from 'zod'
import { keepHeapSmall } from '../agents/small-heap.ts'
import { closeInheritedFiles } from '../files/inherited-files.ts'
import { toFirstProblem } from '../jobs/handover/exact-json.ts'
import type { Environment } from '../model/plan.ts'
import { RefusedError } from '../model/refused-error.ts'
import { sleepSeconds } from '../model/timing/delays.ts'
import { PlanError } from '../plan/yaml/problem.ts'
import { installAgents } from './agents/install-agents.ts'
import { loadCommand } from './commands/commands.ts'
import { type AppToken, mintAppToken } from './github/app-token.ts'
import { readAgentVariables } from './inputs/agent-environment.ts'
import type { GitHubApp } from './inputs/inputs.ts'
import { readInputs } from './inputs/read-inputs.ts'
import { isLongEnough } from './inputs/secrets.ts'
import { leaveResult } from './output/leave-result.ts'
import { toPlanAnnotations } from './output/plan-annotations.ts'
import { ClosedFiles } from './step/closed-files.ts'
import { CommandFiles } from './step/command-files.ts'
import type { StepResult } from './step/step.ts'
import { StepLog } from './step/step-log.ts'
import { untilCancelled } from './until-cancelled.ts'

/**
 * Runs one step. It fails on invalid inputs or plans, on infrastructure errors, and if something that should have landed did not, so
 * that the failure is visible and "Re-run failed jobs" has something to do. Its outputs are set in any case.
 */
export async function main(env: Environment): Promise<void> {
  closeInheritedFiles(env)
  keepHeapSmall()
  const log = new StepLog()
  const result = await runStep(env, log).catch(toFailedResult)
  log.end()
  await leaveResult(result, env)
}

async function runStep(env: Environment, log: StepLog): Promise<StepResult> {
  const variables = readAgentVariables(env.AGENT_ENV)
  for (const secret of variables.secrets) setSecret(secret)
  const { AGENT_ENV: _, ...outer } = env
  const read = readInputs(env)
  const inputs = { ...read, env: [...read.env, ...variables.named] }
  if (inputs.githubToken !== '') setSecret(inputs.githubToken)
  log.line(`parallel-agents: ${inputs.lane?.name ?? inputs.command}`)
  const command = await loadCommand(inputs)
  const installed = await installAgents(inputs.agents, { ...outer, ...variables.env }, log)
  const app = await tryMintAppToken(env, inputs.app)
  const githubToken = app?.text ?? inputs.githubToken
  const commandFiles = new CommandFiles(env)
  const closedFiles = new ClosedFiles()
  try {
    const step = { inputs: { ...inputs, githubToken }, env: installed, log, closedFiles }
    return await untilCancelled(log, signal => command({ ...step, signal }))
  } finally {
    commandFiles.restore()
    closedFiles.restore()
    await app?.revoke()
  }
}

async function tryMintAppToken(env: Environment, app: GitHubApp | undefined): Promise<AppToken | undefined> {
  if (app === undefined) return undefined
  for (const line of app.privateKey.split('\n').filter(isLongEnough)) setSecret(line)
  const token = await mintAppToken(env, app, sleepSeconds)
  setSecret(token.text)
  return token
}

function toFailedResult(error: unknown): StepResult {
  const annotations = error instanceof PlanError ? toPlanAnnotations(error) : []
  return { outputs: {}, summary: '', annotations, failure: toFailure(error) }
}

function toFailure(error: unknown): string {
  if (error instanceof RefusedError || error instanceof PlanError) return error.message
  if (error instanceof ZodError) return `invalid data: ${toFirstProblem(error)}`
  const { message, stack } = error as Error
  return isDebug() ? (stack ?? message) : message
}
