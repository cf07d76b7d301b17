import type { Prices } from '../model/agents/table/price.ts'
import type { Agent } from '../model/plan.ts'
import type { Usage } from '../model/usage.ts'
import { tryCli } from './adapters/clis.ts'
import { readAgentEnd, toLastWords } from './agent-end.ts'
import type { AgentAnswer, AgentFiles, AgentListener, AgentRequest } from './agent-request.ts'
import { type AgentStart, prepareAgentStart } from './agent-start.ts'
import { withPrice } from './prices.ts'
import { LogFollower } from './process/log-file.ts'
import type { CommandEnd, EarlyEnd, WatchedRequest } from './process/supervise.ts'
import { OutputWatch } from './process/watch-output.ts'

export interface WatchedAgent {
  readonly agent: Agent
  readonly prices: Prices
  readonly listener?: AgentListener
}

export interface OrphanedAgent extends WatchedAgent {
  readonly files: AgentFiles
  readonly log: string
  readonly output: OutputPlace
  readonly end: CommandEnd
}

/** Where the output of an agent is in its log, in bytes. */
export interface OutputPlace {
  readonly logOffset: number
  /** Null: at the end of the log. */
  readonly logEnd: number | null
}

/** Reads the answer of an agent that ended after its harness had died. */
export function readOrphanedAgent(left: OrphanedAgent): AgentAnswer {
  const start = prepareAgentStart(left.agent, { prompt: '', promptFile: left.files.prompt })
  const watch = startWatch(start, left, left.files)
  const { logOffset, logEnd } = left.output
  for (const lines of new LogFollower(left.log, logOffset, logEnd ?? undefined).readToEnd()) watch.take(lines)
  return readAnswer(left, left.end, start, watch)
}

export function startWatch(
  { reader }: Pick<AgentStart, 'reader'>,
  { agent, prices, listener }: WatchedAgent,
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
  return agent.kind === 'command' ? undefined : agent.model
}

export function readAnswer(
  { agent, prices }: WatchedAgent,
  ended: CommandEnd,
  { reader, usageFile }: Pick<AgentStart, 'reader' | 'usageFile'>,
  watch: OutputWatch,
): AgentAnswer {
  watch.finish()
  if (usageFile !== undefined && agent.kind === 'cli')
    reader.takeFile(usageFile, tryCli(agent.use)?.readUsageFile)
  const end = readAgentEnd(agent, ended, reader)
  const isCutOff = reader.isDone === false
  const isWhole = end.kind === 'done' || (ended.kind === 'exited' && ended.code === 0 && !isCutOff)
  return {
    end,
    seconds: ended.seconds,
    usage: withPrice(reader.usage(isWhole), reader.model ?? toModel(agent), prices),
    lastWords: toLastWords(agent, reader),
    turns: reader.turns === 0 ? undefined : reader.turns,
    session: reader.session,
    model: reader.model ?? toModel(agent),
    version: reader.version,
    via: agent.kind === 'command' ? undefined : reader.isSession ? 'acp' : 'cli',
  }
}

interface Used {
  /** The model that the agent reports. */
  readonly model: string | undefined
  usage(isWhole: boolean): Usage
}

/** Ends a working agent as soon as it has used up its budget. */
export function toBudgetEnd(
  { agent, limits, prices }: Pick<AgentRequest, 'agent' | 'limits' | 'prices'>,
  used: Used,
  watch: OutputWatch,
): 'over-budget' | undefined {
  const spent = withPrice(used.usage(false), used.model ?? toModel(agent), prices)
  return limits.isOverBudget?.(spent, watch.seconds()) === true ? 'over-budget' : undefined
}

/** How an agent is watched, by its command line or in a session. */
export function toWatchedRequest(
  { checkout, limits, log, signal }: AgentRequest,
  { reader }: AgentStart,
  early: () => EarlyEnd | undefined,
): WatchedRequest {
  return {
    directory: checkout.directory,
    timeoutMinutes: limits.timeoutMinutes,
    stallMinutes: limits.stallMinutes,
    stallFiles: [log, checkout.files.progress],
    waitsUntil: () => reader.waitsUntil,
    early,
    resources: checkout.resources,
    signal,
  }
}
