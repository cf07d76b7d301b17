import { isTrue } from '../workflow/expression.ts'
import { toCallInputs } from '../workflow/inputs.ts'
import { toJobPermissions } from '../workflow/load-workflow.ts'
import { type Leg, toLegName } from '../workflow/matrix.ts'
import { child, hasExpression, toText, toTexts } from '../workflow/token.ts'
import { toConcurrency } from './concurrency.ts'
import type { Job } from './job.ts'
import { forEachIndex, type Strategy, toStrategy, toStrategyContext } from './legs.ts'
import { performJob } from './perform-job.ts'
import { performWorkflow, type WorkflowEnd } from './perform-workflow.ts'
import { combine } from './records.ts'
import { type JobNode, toNodeScope } from './workflow-call.ts'

/** Does a job of the workflow file: not at all, once, or once for each leg of its matrix. */
export async function performNode(node: JobNode): Promise<WorkflowEnd> {
  const { call, definition, key } = node
  const kept = node.isForced ? undefined : call.attempt.tryKeepSkipped(key)
  if (kept !== undefined) return kept
  try {
    const isKept = call.attempt.isRerun && !node.isForced
    if (!isKept && !isTrue(definition.condition, toNodeScope(node))) return skip(node)
    return await performLegs(node, toStrategy(definition.token, toNodeScope(node)))
  } catch (error) {
    addJob(node, definition.id, key).fail((error as Error).message)
    return { result: 'failure', outputs: {}, isRedone: true }
  }
}

function skip(node: JobNode): WorkflowEnd {
  addJob(node, node.definition.id, node.key).complete('skipped')
  return { result: 'skipped', outputs: {}, isRedone: true }
}

function addJob(node: JobNode, name: string, key: string): Job {
  const { call, definition } = node
  const permissions = toJobPermissions(call.loaded.workflow.token, definition.token, call.permissions)
  const holds = () => isTrue(definition.condition, toNodeScope(node))
  return call.attempt.addJob({ key, name: `${call.namePrefix}${name}`, permissions }, holds)
}

async function performLegs(node: JobNode, strategy: Strategy): Promise<WorkflowEnd> {
  const { attempt } = node.call
  const isMatrix = child(node.definition.token, 'strategy', 'matrix') !== undefined
  const outputs: Record<string, string> = {}
  let isStopped = false
  const call = { ...node.call, isCancelled: () => isStopped || node.call.isCancelled() }

  const ends = await forEachIndex(strategy.legs.length, strategy.maxParallel, async index => {
    const key = isMatrix ? `${node.key}[${index}]` : node.key
    const leg = { node: { ...node, call, key }, strategy, index, isMatrix }
    const end = isStopped ? cancelLeg(leg) : await tryLeg(leg)
    for (const [name, value] of Object.entries(end.outputs)) if (value !== '') outputs[name] = value
    if (end.result === 'failure' && strategy.failFast && isMatrix && !isStopped) {
      isStopped = true
      for (const other of strategy.legs.keys()) attempt.cancelUnder(`${node.key}[${other}]`)
    }
    return end
  })
  return { result: combine(ends.map(end => end.result)), outputs, isRedone: ends.some(end => end.isRedone) }
}

interface LegSetting {
  readonly node: JobNode
  readonly strategy: Strategy
  readonly index: number
  readonly isMatrix: boolean
}

/** A leg that has not begun when another one fails. */
function cancelLeg(setting: LegSetting): WorkflowEnd {
  addJob(setting.node, toName(setting), setting.node.key).complete('cancelled')
  return { result: 'cancelled', outputs: {}, isRedone: true }
}

async function tryLeg(setting: LegSetting): Promise<WorkflowEnd> {
  const { node } = setting
  try {
    const goesOn = !node.call.isCancelled() || isTrue(node.definition.condition, toNodeScope(node))
    return goesOn ? await performLeg(setting) : cancelLeg(setting)
  } catch (error) {
    addJob(node, node.definition.id, node.key).fail((error as Error).message)
    return { result: 'failure', outputs: {}, isRedone: true }
  }
}

async function performLeg(setting: LegSetting): Promise<WorkflowEnd> {
  const { node } = setting
  const called = node.call.loaded.calls.get(node.definition.id)
  if (called !== undefined) return await performCall(setting)

  const kept = node.isForced ? undefined : node.call.attempt.tryKeepJob(node.key)
  if (kept !== undefined) return { result: 'success', outputs: kept.outputs, isRedone: false }
  const job = addJob(node, toName(setting), node.key)
  if (node.call.attempt.isEnded) job.complete('cancelled')
  else await performSingle(setting, job)
  return { result: job.result ?? 'failure', outputs: job.outputs, isRedone: true }
}

async function performSingle({ node, strategy, index }: LegSetting, job: Job): Promise<void> {
  const { call, definition } = node
  const { attempt, loaded } = call
  const scope = toNodeScope(node, toStrategyContext(strategy, index), strategy.legs[index])
  job.concurrency = toConcurrency(child(definition.token, 'concurrency'), scope)
  job.environment = toText(child(definition.token, 'environment'), scope) || undefined
  await performJob({
    services: attempt.services,
    run: attempt.run,
    loaded,
    definition,
    job,
    contexts: {
      github: scope.contexts.github as Record<string, unknown>,
      needs: scope.contexts.needs as object,
      strategy: scope.contexts.strategy as object,
      matrix: scope.contexts.matrix as object,
      inputs: call.inputs,
      vars: attempt.run.repository.settings.variables,
      secrets: call.secrets,
    },
  })
}

/** Does the workflow that a job calls. */
async function performCall(setting: LegSetting): Promise<WorkflowEnd> {
  const { node, strategy, index } = setting
  const { call, definition } = node
  const called = call.loaded.calls.get(definition.id)
  if (called === undefined) throw new Error(`${definition.id} calls nothing`)
  const scope = toNodeScope(node, toStrategyContext(strategy, index), strategy.legs[index])
  const token = definition.token
  const secrets = child(token, 'secrets')
  return await performWorkflow({
    ...call,
    loaded: called,
    inputs: toCallInputs(token, scope, called.workflow.token, scope),
    secrets: secrets?.toString() === 'inherit' ? call.secrets : toTexts(secrets, scope),
    permissions: toJobPermissions(call.loaded.workflow.token, token, call.permissions),
    keyPrefix: `${node.key}/`,
    namePrefix: `${call.namePrefix}${toName(setting)} / `,
    isForced: node.isForced,
  })
}

/** As GitHub shows it: the values of the leg stand behind a name that does not tell them itself. */
function toName({ node, strategy, index, isMatrix }: LegSetting): string {
  const { definition } = node
  const leg = strategy.legs[index] as Leg
  const token = child(definition.token, 'name')
  const name = toText(token, toNodeScope(node, toStrategyContext(strategy, index), leg)) || definition.id
  return isMatrix && !hasExpression(token) ? `${name} (${toLegName(leg)})` : name
}
