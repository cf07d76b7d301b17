import type { Reservation } from '../../agents/accounts/budget-book.ts'
import type { SessionSlot } from '../../agents/acp/session-slot.ts'
import { type OutputPlace, readOrphanedAgent } from '../../agents/agent-answer.ts'
import type { AgentAnswer, AgentListener, AgentRequest } from '../../agents/agent-request.ts'
import type { Command } from '../../agents/process/process-group.ts'
import type { CommandEnd } from '../../agents/process/supervise.ts'
import { runAgent } from '../../agents/run-agent.ts'
import type { ToolFacts } from '../../agents/tools/tool-facts.ts'
import { tryToolServer } from '../../agents/tools/tool-server.ts'
import { makeOwnFolder } from '../../files/own-folder.ts'
import { appendToPlainFile, removePlain, sizeOfPlainFile, writePlainFile } from '../../files/plain-file.ts'
import type { Agent } from '../../model/plan.ts'
import { readStopwatch } from '../../model/timing/stopwatch.ts'
import { addUsage, type Usage } from '../../model/usage.ts'
import { type AttemptRecord, addToAttemptRecord, writeAttemptRecord } from '../../run/attempt-record.ts'
import { toTaskEnvironment } from '../../run/command-environment.ts'
import { settleSpendingOf } from '../../run/open-spending.ts'
import type { RunContext } from '../../run/run-context.ts'
import { writeLogLine } from '../../run/task-log.ts'
import { toAgentRequest } from '../asking/to-agent-request.ts'
import { tryPathRefusal } from '../gates/change-gates.ts'
import { Mailbox } from '../messages/mailbox.ts'
import { type TaskWork, toRetries } from '../work/task-work.ts'
import { toAttemptAgent } from './attempt-agent.ts'

export interface AttemptStart {
  readonly agent: Agent
  readonly reservation: Reservation | undefined
  readonly prompt: string
  /** The prompt if its command line replaces an unusable server; undefined: the same. */
  readonly commandPrompt: string | undefined
  /** The prompt if the agent remembers the previous attempt. */
  readonly continuation: string
  /** The facts for its tools; undefined: no tools. */
  readonly tools: ToolFacts | undefined
}

/** Starts the agent of a task in its worktree and waits for its end. */
export async function runAttempt(
  context: RunContext,
  work: TaskWork,
  start: AttemptStart,
  slot: SessionSlot,
): Promise<AgentAnswer> {
  const { agent } = start
  const { task, attempt } = work
  const paths = context.paths.task(task.id)
  const log = context.paths.log(task.id)
  for (const folder of [paths.folder, paths.exchange]) makeOwnFolder(folder)
  removePlain(paths.status) // an earlier one must not count for this attempt
  appendToPlainFile(paths.forecast, '') // created first, so that it can be read at any time
  await writeLogLine(log, `attempt ${attempt} with ${agent.name}`)
  await context.checkoutWatch.begin(task.id)
  await noteAttempt(context, { ...work, agent: agent.name }, { isStarted: true })

  context.emit({ kind: 'attempt-started', task: task.id, attempt })
  const checkout = context.equipment.get(task.id)
  const problem = await checkout?.startServices(toTaskEnvironment(context, task, work.start, {}), agent)
  if (problem !== undefined) await nameServiceProblem(context, task.id, problem)
  const mailbox = new Mailbox(context, task.id)
  if (start.tools !== undefined) writePlainFile(paths.facts, JSON.stringify(start.tools))
  await mailbox.open()
  try {
    return await startAgent(context, work, start, slot)
  } finally {
    addToAttemptRecord(paths, { logEnd: sizeOfPlainFile(log) })
    await mailbox.close()
    await checkout?.stopServices()
  }
}

/** The agent continues: repairing the service may be its task. Before tests, it counts. */
async function nameServiceProblem(context: RunContext, task: string, problem: string): Promise<void> {
  await writeLogLine(context.paths.log(task), problem)
  context.emit({ kind: 'notice', text: `${task}: ${problem}; its agent starts without it` })
}

function startAgent(
  context: RunContext,
  work: TaskWork,
  { agent, reservation, prompt, commandPrompt, continuation, tools }: AttemptStart,
  slot: SessionSlot,
): Promise<AgentAnswer> {
  const { task, start: commit, attempt, worktree } = work
  const { path: directory } = worktree
  const request = toAgentRequest(context, {
    agent,
    reservation,
    prompt,
    task,
    name: task.id,
    directory,
    commit,
    attempt,
    log: context.paths.log(task.id),
  })
  const { checkout, limits } = request
  const { exchange } = context.paths.task(task.id)
  return runAgent({
    ...request,
    ...toSessionRequest(context, work, slot, continuation),
    commandPrompt,
    checkout: {
      ...checkout,
      toolServer: tools === undefined ? undefined : tryTaskTools(context, exchange),
      environment: ofAgent => ({
        ...checkout.environment(ofAgent),
        ...toForecastVariable(context, task.id),
      }),
      refusalOf: path => tryPathRefusal({ task, plan: context.plan }, path),
    },
    limits: {
      ...limits,
      isOverBudget: (usage, seconds) =>
        limits.isOverBudget?.(usage, seconds) === true ||
        tryOverTaskBudget(context, work, usage, seconds) !== undefined,
    },
    listener: toListener(context, work),
  })
}

function tryTaskTools({ sandbox }: RunContext, exchange: string): Command | undefined {
  const hasTools = sandbox.kind !== 'user' || sandbox.hasTools
  return hasTools ? tryToolServer(exchange, sandbox.kind === 'bubblewrap') : undefined
}

/** Without one, a conversation ends with its attempt. */
function toSessionRequest(
  context: RunContext,
  { task }: TaskWork,
  slot: SessionSlot,
  continuation: string,
): Pick<AgentRequest, 'session'> {
  if (task.retry === 'fresh') return {}
  const onSession = (id: string, costUsd: number | undefined) =>
    addToAttemptRecord(context.paths.task(task.id), { session: id, sessionCostUsd: costUsd ?? null })
  return { session: { slot, continuation, onSession } }
}

/** Why no agent can go on with a task: all attempts together have used up its budget. Undefined: they have not. */
export function tryOverTaskBudget(
  { budget }: RunContext,
  work: TaskWork,
  usage?: Usage,
  seconds = 0,
): string | undefined {
  return budget.tryUsedUpBy(work.task, addUsage(work.usage, usage), work.agentSeconds + seconds)
}

/** Reads the end of an attempt that ended unsupervised. */
export function readUnsupervisedAttempt(
  context: RunContext,
  work: TaskWork,
  end: CommandEnd,
  output: OutputPlace,
): AgentAnswer {
  const { task, agent } = work
  const planned = toAttemptAgent(context.plan, task, toRetries(work))
  const { agents, prices } = context.plan
  return readOrphanedAgent({
    agent: agent === null || agent === planned.name ? planned : (agents[agent] ?? planned),
    prices,
    files: context.paths.task(task.id),
    log: context.paths.log(task.id),
    output,
    end,
    listener: toListener(context, work),
  })
}

function toListener({ emit }: RunContext, { task, usage: before }: TaskWork): AgentListener {
  return {
    onActivity: text => emit({ kind: 'activity', task: task.id, text }),
    onProgress: progress => emit({ kind: 'progress', task: task.id, ...progress }),
    onUsage: now => {
      const usage = addUsage(before, now)
      if (usage !== undefined) emit({ kind: 'usage', task: task.id, usage })
    },
  }
}

/** Records the current attempt for the next start after a crash. */
export async function noteAttempt(
  context: RunContext,
  work: TaskWork,
  { isStarted }: Pick<AttemptRecord, 'isStarted'>,
): Promise<void> {
  const { id } = work.task
  const record = { ...makeRecord(work, sizeOfPlainFile(context.paths.log(id))), isStarted }
  await writeAttemptRecord(context.paths.task(id).attempt, record)
  settleSpendingOf(context, id) // the record has it
}

function makeRecord(work: TaskWork, logOffset: number): Omit<AttemptRecord, 'isStarted'> {
  const { attempt, agent, start, startedAt, setupTree, agentSeconds, usage = null, workPlan } = work
  return {
    ...{ attempt, agent, start, startedAt, setupTree, agentSeconds, usage, workPlan },
    feedback: [...work.feedback],
    reviews: [...work.reviews],
    ...work.reported,
    logOffset,
    logEnd: null,
    session: null,
    sessionCostUsd: null,
    attemptStartedAt: new Date().toISOString(),
    seconds: readStopwatch(work.stopwatch),
  }
}

function toForecastVariable({ plan, paths }: RunContext, task: string): Record<string, string> {
  if (plan.integration.onForecast !== 'tell-agents') return {}
  return { PARALLEL_AGENTS_FORECAST_FILE: paths.task(task).forecast }
}
