import { toAgentKeys } from '../../agents/agent-keys.ts'
import { type AgentStart, toAgentStart } from '../../agents/agent-start.ts'
import type { Usage } from '../../agents/process/agent-output.ts'
import { LogFollower } from '../../agents/process/log-file.ts'
import { endMarkedProcesses } from '../../agents/process/marked-processes.ts'
import { type CommandEnd, supervise } from '../../agents/process/supervise.ts'
import { toTellingLine } from '../../agents/process/telling-line.ts'
import { type OutputWatch, watchOutput } from '../../agents/process/watch-output.ts'
import { makeOwnFolder } from '../../files/own-folder.ts'
import { appendToPlainFile, removePlain, sizeOfPlainFile, writePlainFile } from '../../files/plain-file.ts'
import type { Agent, Environment } from '../../model/plan.ts'
import { type AttemptRecord, writeAttemptRecord } from '../../run/attempt-record.ts'
import { toAttemptMarks, toTaskEnvironment } from '../../run/command-environment.ts'
import type { RunContext } from '../../run/run-context.ts'
import { writeLogLine } from '../../run/task-log.ts'
import type { TaskWork } from '../work/task-work.ts'

/** What one start of an agent came to, before any gate has looked at it. */
export interface AttemptEnd {
  readonly end: CommandEnd
  readonly usage: Usage
  /** Trouble that is not the task's, if the agent reported some. */
  readonly trouble: string | undefined
  /** What it said at last, or the error among that. */
  readonly lastWords: string | undefined
}

/** Starts the agent of a task in its worktree and waits for its end. */
export async function runAttempt(context: RunContext, work: TaskWork, prompt: string): Promise<AttemptEnd> {
  const { task, attempt } = work
  const paths = context.paths.task(task.id)
  const agent = context.plan.agents[task.agent] as Agent
  clearAttempt(context, work)
  writePlainFile(paths.prompt, prompt)
  await writeLogLine(context.paths.log(task.id), `attempt ${attempt} with ${agent.name}`)
  const logOffset = sizeOfPlainFile(context.paths.log(task.id))
  await writeAttemptRecord(paths.attempt, toRecord(work, logOffset))

  context.emit({ kind: 'attempt-started', task: task.id, attempt })
  const start = toAgentStart(agent, prompt, paths.prompt)
  const watch = startWatch(context, work, start)
  const end = await supervise({
    command: start.command,
    directory: work.worktree.path,
    env: toAgentEnvironment(context, work, { ...toAgentKeys(agent, context.repository.keys), ...start.env }),
    logPath: context.paths.log(task.id),
    onLines: watch.take,
    statusPath: paths.status,
    timeoutMinutes: task.timeoutMinutes,
    stallMinutes: task.stallMinutes,
    stallFiles: [context.paths.log(task.id), paths.progress],
    signal: context.signal,
  })
  await endMarkedProcesses(toAttemptMarks(context, work))
  return toAttemptEnd(end, start, watch)
}

/** Reads what an attempt came to that ended while nobody was there to see it. */
export function readLeftAttempt(
  context: RunContext,
  work: TaskWork,
  end: CommandEnd,
  logOffset: number,
): AttemptEnd {
  const agent = context.plan.agents[work.task.agent] as Agent
  const start = toAgentStart(agent, '', context.paths.task(work.task.id).prompt)
  const watch = startWatch(context, work, start)
  const log = new LogFollower(context.paths.log(work.task.id), logOffset)
  for (const lines of log.readToEnd()) watch.take(lines)
  return toAttemptEnd(end, start, watch)
}

/** Takes away what another attempt may have left, so that it is not taken for the result of this one. */
function clearAttempt(context: RunContext, { task }: TaskWork): void {
  const paths = context.paths.task(task.id)
  for (const folder of [paths.folder, paths.exchange]) makeOwnFolder(folder)
  for (const path of [paths.status, paths.prompt, paths.progress, paths.report]) removePlain(path)
  appendToPlainFile(paths.forecast, '') // there from the start, so that it can be read at any time
}

function toRecord(work: TaskWork, logOffset: number): AttemptRecord {
  const { attempt, start, startedAt, setupTree, feedback, agentSeconds, usage } = work
  return {
    attempt,
    start,
    startedAt,
    setupTree,
    feedback: [...feedback],
    agentSeconds,
    usage,
    logOffset,
    attemptStartedAt: new Date().toISOString(),
  }
}

/** What it said last is looked through for a reason when it fails. */
const rememberedLines = 50

interface Watch extends OutputWatch {
  readonly lastWords: () => string | undefined
}

function startWatch(context: RunContext, { task }: TaskWork, start: AgentStart): Watch {
  const said: string[] = []
  const watch = watchOutput({
    progressPath: context.paths.task(task.id).progress,
    reader: start.reader,
    onActivity: text => {
      said.push(text)
      if (said.length > rememberedLines) said.shift()
      context.emit({ kind: 'activity', task: task.id, text })
    },
    onProgress: progress => context.emit({ kind: 'progress', task: task.id, ...progress }),
  })
  return { ...watch, lastWords: () => (said.length === 0 ? undefined : toTellingLine(said)) }
}

function toAttemptEnd(end: CommandEnd, { reader }: AgentStart, watch: Watch): AttemptEnd {
  watch.finish()
  return { end, usage: reader.usage(), trouble: reader.trouble(), lastWords: watch.lastWords() }
}

function toAgentEnvironment(context: RunContext, work: TaskWork, agentEnv: Environment): Environment {
  const paths = context.paths.task(work.task.id)
  return {
    ...toTaskEnvironment(context, work.task, work.start, agentEnv),
    ...toAttemptMarks(context, work),
    PARALLEL_AGENTS_PROMPT_FILE: paths.prompt,
    PARALLEL_AGENTS_PROGRESS_FILE: paths.progress,
    PARALLEL_AGENTS_REPORT_FILE: paths.report,
    ...(context.plan.integration.onForecast === 'tell-agents'
      ? { PARALLEL_AGENTS_FORECAST_FILE: paths.forecast }
      : {}),
  }
}
