import { dirname } from 'node:path'
import { makeOwnFolder } from '../files/own-folder.ts'
import { removePlain, writePlainFile } from '../files/plain-file.ts'
import type { Agent, Environment } from '../model/plan.ts'
import type { Usage } from '../model/usage.ts'
import { clis } from './adapters/clis.ts'
import { type AgentEnd, toAgentEnd, toLastWords } from './agent-end.ts'
import { toAgentKeys } from './agent-keys.ts'
import { type AgentStart, toAgentStart } from './agent-start.ts'
import { type Prices, withPrice } from './prices.ts'
import { LogFollower } from './process/log-file.ts'
import { endMarkedProcesses } from './process/marked-processes.ts'
import type { Command } from './process/process-group.ts'
import type { Progress } from './process/progress-file.ts'
import { type CommandEnd, type EarlyEnd, supervise } from './process/supervise.ts'
import { OutputWatch } from './process/watch-output.ts'
import { toSignInFiles } from './sign-in-files.ts'

/** Everything that is needed to give one agent one prompt. */
export interface AgentRequest {
  readonly agent: Agent
  readonly checkout: AgentCheckout
  readonly prompt: string
  readonly limits: AgentLimits
  /** The file that its output is appended to. */
  readonly log: string
  /** Of models, for agents that tell only tokens. */
  readonly prices: Prices
  readonly signal: AbortSignal
  readonly listener?: AgentListener
}

/** Where an agent works. */
export interface AgentCheckout {
  readonly directory: string
  readonly files: AgentFiles
  /** The command of an agent as it is started in the checkout, with the files of the user's home that it is signed in with. */
  enclose(command: Command, signInFiles: readonly string[]): Command
  /** Everything in the environment except for what belongs to the agent. */
  environment(ofAgent: Environment): Environment
  /** Keys of the user, of which an agent gets those that its CLI reads. */
  readonly keys: Environment
  /** Variables that identify the processes which the agent starts. */
  readonly marks: Environment
}

/** The files by which an agent and its caller tell each other things: outside of the checkout. */
export interface AgentFiles {
  readonly prompt: string
  readonly progress: string
  readonly report: string
  /** Its exit code, when it has ended by itself. */
  readonly status: string
}

export interface AgentLimits {
  readonly timeoutMinutes: number
  readonly stallMinutes: number
  /** Asked while it works: whether what it has used is too much. */
  readonly isOverBudget?: (usage: Usage, seconds: number) => boolean
}

/** Hears of an agent while it works. */
export interface AgentListener {
  onActivity(text: string): void
  onProgress(progress: Progress): void
  /** What it has used so far. */
  onUsage(usage: Usage): void
}

/** How an agent ended, before its work is checked. */
export interface AgentAnswer {
  readonly end: AgentEnd
  readonly seconds: number
  readonly usage: Usage
  /** The error among its last lines, or the last of them. */
  readonly lastWords: string | undefined
  readonly turns: number | undefined
  /** By which its conversation can be continued, where it can. */
  readonly session: string | undefined
  /** What it says about itself. */
  readonly model: string | undefined
  readonly version: string | undefined
}

/** Runs an agent on a prompt in a checkout, until it ends or a limit ends it. Nothing that it started is left running. */
export async function runAgent(request: AgentRequest): Promise<AgentAnswer> {
  const { agent, checkout, prompt, limits, log, signal } = request
  const { files } = checkout
  const start = toAgentStart(agent, prompt, files.prompt)
  clearFiles(files, start.usageFile)
  writePlainFile(files.prompt, prompt)
  const watch = startWatch(start, request, files)
  const end = await supervise({
    command: checkout.enclose(start.command, toSignInFiles(agent)),
    directory: checkout.directory,
    env: toEnvironment(agent, checkout, start),
    logPath: log,
    onLines: lines => watch.take(lines),
    statusPath: files.status,
    timeoutMinutes: limits.timeoutMinutes,
    stallMinutes: limits.stallMinutes,
    stallFiles: [log, files.progress],
    waitsUntil: () => start.reader.waitsUntil,
    early: () => toEarlyEnd(request, start, watch),
    signal,
  })
  await endMarkedProcesses(checkout.marks)
  return toAnswer(request, end, start, watch)
}

/** Where an agent says that it has finished and does not end, something that it started still holds its output open. */
const finishedGraceSeconds = 10
const backgroundGraceSeconds = 600

function toEarlyEnd(
  { agent, limits, prices }: AgentRequest,
  { reader, countedTurns }: AgentStart,
  watch: OutputWatch,
): EarlyEnd | undefined {
  const usage = withPrice(reader.usage(false), reader.model ?? toModel(agent), prices)
  if (limits.isOverBudget?.(usage, watch.seconds()) === true) return 'over-budget'
  if (countedTurns !== undefined && reader.turns > countedTurns) return 'over-limit'
  const grace = reader.hasBackground ? backgroundGraceSeconds : finishedGraceSeconds
  return reader.isDone && watch.quietSeconds() >= grace ? 'finished' : undefined
}

export interface LeftAgent {
  readonly agent: Agent
  readonly files: AgentFiles
  readonly log: string
  /** Where its output begins in the log, in bytes. */
  readonly logOffset: number
  readonly end: CommandEnd
  readonly prices: Prices
  readonly listener?: AgentListener
}

/** Reads the answer of an agent that ended after its harness had died. */
export function readLeftAgent(left: LeftAgent): AgentAnswer {
  const start = toAgentStart(left.agent, '', left.files.prompt)
  const watch = startWatch(start, left, left.files)
  for (const lines of new LogFollower(left.log, left.logOffset).readToEnd()) watch.take(lines)
  return toAnswer(left, left.end, start, watch)
}

/** Removes what an earlier agent left, so that it is not taken for the answer of this one. */
function clearFiles(files: AgentFiles, usageFile: string | undefined): void {
  const { prompt, progress, report, status } = files
  for (const folder of [dirname(status), dirname(prompt)]) makeOwnFolder(folder)
  for (const path of [prompt, progress, report, status, usageFile]) if (path !== undefined) removePlain(path)
}

function toEnvironment(
  agent: Agent,
  { environment, keys, marks, files }: AgentCheckout,
  start: AgentStart,
): Environment {
  return {
    ...environment({ ...toAgentKeys(agent, keys), ...start.env }),
    ...marks,
    PARALLEL_AGENTS_PROMPT_FILE: files.prompt,
    PARALLEL_AGENTS_PROGRESS_FILE: files.progress,
    PARALLEL_AGENTS_REPORT_FILE: files.report,
  }
}

function startWatch(
  { reader }: AgentStart,
  { agent, prices, listener }: Pick<LeftAgent, 'agent' | 'prices' | 'listener'>,
  { progress }: AgentFiles,
): OutputWatch {
  return new OutputWatch({
    progressPath: progress,
    reader,
    onActivity: text => listener?.onActivity(text),
    onProgress: now => listener?.onProgress(now),
    onRead: () => listener?.onUsage(withPrice(reader.usage(false), reader.model ?? toModel(agent), prices)),
  })
}

function toModel(agent: Agent): string | undefined {
  return agent.kind === 'cli' ? agent.model : undefined
}

function toAnswer(
  { agent, prices }: Pick<LeftAgent, 'agent' | 'prices'>,
  ended: CommandEnd,
  { reader, usageFile }: AgentStart,
  watch: OutputWatch,
): AgentAnswer {
  watch.finish()
  if (usageFile !== undefined && agent.kind === 'cli')
    reader.takeFile(usageFile, clis[agent.use].readUsageFile)
  const end = toAgentEnd(agent, ended, reader)
  const isWhole = end.kind === 'done' || (ended.kind === 'exited' && ended.code === 0)
  return {
    end,
    seconds: ended.seconds,
    usage: withPrice(reader.usage(isWhole), reader.model ?? toModel(agent), prices),
    lastWords: toLastWords(reader),
    turns: reader.turns === 0 ? undefined : reader.turns,
    session: reader.session,
    model: reader.model ?? toModel(agent),
    version: reader.version,
  }
}
