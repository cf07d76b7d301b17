import { mkdir, rm, stat, writeFile } from 'node:fs/promises'
import { toAgentKeys } from '../../agents/agent-keys.ts'
import { type AgentStart, toAgentStart } from '../../agents/agent-start.ts'
import type { Usage } from '../../agents/process/agent-output.ts'
import { endMarkedProcesses } from '../../agents/process/marked-processes.ts'
import { type CommandEnd, supervise } from '../../agents/process/supervise.ts'
import { toTellingLine } from '../../agents/process/telling-line.ts'
import { watchOutput } from '../../agents/process/watch-output.ts'
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
  await clearAttempt(context, work)
  await writeFile(paths.prompt, prompt)
  await writeLogLine(context.paths.log(task.id), `attempt ${attempt} with ${agent.name}`)
  const logOffset = (await stat(context.paths.log(task.id))).size
  await writeAttemptRecord(paths.attempt, toRecord(work, logOffset))

  context.emit({ kind: 'attempt-started', task: task.id, attempt })
  const start = toAgentStart(agent, prompt, paths.prompt)
  const watch = startWatch(context, work, start, logOffset)
  const end = await supervise({
    command: start.command,
    directory: work.worktree.path,
    env: toAgentEnvironment(context, work, { ...toAgentKeys(agent, context.repository.keys), ...start.env }),
    logPath: context.paths.log(task.id),
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
  return toAttemptEnd(end, start, startWatch(context, work, start, logOffset))
}

/** Takes away what another attempt may have left, so that it is not taken for the result of this one. */
async function clearAttempt(context: RunContext, { task }: TaskWork): Promise<void> {
  const paths = context.paths.task(task.id)
  await mkdir(paths.folder, { recursive: true })
  const files = [paths.status, `${paths.status}.pid`, paths.prompt, paths.progress, paths.report]
  for (const path of files) await rm(path, { force: true, recursive: true })
  await writeFile(paths.forecast, '', { flag: 'a' }) // there from the start, so that it can be read at any time
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

interface Watch {
  readonly finish: () => void
  readonly lastWords: () => string | undefined
}

function startWatch(context: RunContext, { task }: TaskWork, start: AgentStart, logOffset: number): Watch {
  const said: string[] = []
  const finish = watchOutput({
    logPath: context.paths.log(task.id),
    logOffset,
    progressPath: context.paths.task(task.id).progress,
    reader: start.reader,
    onActivity: text => {
      said.push(text)
      if (said.length > rememberedLines) said.shift()
      context.emit({ kind: 'activity', task: task.id, text })
    },
    onProgress: progress => context.emit({ kind: 'progress', task: task.id, ...progress }),
  })
  return { finish, lastWords: () => (said.length === 0 ? undefined : toTellingLine(said)) }
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
