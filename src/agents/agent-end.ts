import type { ErrorKind } from '../model/agents/error-kind.ts'
import type { Agent, CommandAgent } from '../model/plan.ts'
import { tryCli } from './adapters/clis.ts'
import { tryCollisionText } from './adapters/collisions.ts'
import type { AgentError } from './errors/agent-error.ts'
import { classifyError, tryKindOfWords, tryWrongSetting } from './errors/classify-error.ts'
import type { AgentReader } from './output/agent-reader.ts'
import type { CommandEnd } from './process/supervise.ts'
import { toTellingLine } from './process/telling-line.ts'
import { toRemedy } from './remedy.ts'

/** How an agent ended, before its work is checked. */
export type AgentEnd =
  /** By its own word, or exit code 0. */
  | { readonly kind: 'done' }
  /** A failure caused by the task. */
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'timed-out' | 'stalled' | 'stopped' | 'over-budget' }
  /** A failure not caused by the task: the same attempt can be repeated, or needs another agent. */
  | AgentFailure

export interface AgentFailure {
  readonly kind: Exclude<ErrorKind, 'task'>
  /** Includes the remedy, if there is one. */
  readonly reason: string
  /** When a retry makes sense, in milliseconds since 1970, if known. */
  readonly retryAt: number | undefined
  /** Whether it is caused by the settings of this agent, so that others can use its account. */
  readonly isOfSettings?: boolean
}

/** The exit code for "retry later" (EX_TEMPFAIL of sysexits.h). */
const tryLaterCode = 75
const notFoundCode = 127

/** Decides by the agent's last event, if there is one, else by its exit code. */
export function readAgentEnd(agent: Agent, end: CommandEnd, reader: AgentReader): AgentEnd {
  const error = tryError(agent, end, reader)
  switch (end.kind) {
    case 'stopped':
    case 'over-budget':
      return { kind: end.kind }
    case 'finished':
      return { kind: 'done' }
    case 'over-limit':
      return { kind: 'failed', reason: `the agent reached ${reader.turns} turns` }
    case 'over-resources':
      return { kind: 'failed', reason: `the agent ${end.reason}` }
    case 'not-started':
      return { kind: 'transient', reason: end.reason, retryAt: undefined }
    case 'timed-out':
    case 'stalled':
      if (reader.isDone) return { kind: 'done' }
      return error !== undefined && isOfAccount(error) ? toFailure(agent, error) : { kind: end.kind }
    case 'exited':
      if (error !== undefined) return toFailure(agent, error)
      if (end.code !== 0) return { kind: 'failed', reason: toExitReason(agent, end.code, reader) }
      return isCutOff(agent, reader) ? { kind: 'failed', reason: cutOffText } : { kind: 'done' }
  }
}

const cutOffText = 'the agent ended in the middle of its work, although with exit code 0'

/** Whether events show it at work until the end, although its CLI reports every end by an event. */
function isCutOff(agent: Agent, { isDone }: AgentReader): boolean {
  return agent.kind === 'cli' && tryCli(agent.use)?.reportsEnd === true && isDone === false
}

/** The error among an agent's last lines, or the last line. */
export function toLastWords(agent: Agent, reader: AgentReader): string | undefined {
  if (reader.error !== undefined) return reader.error.message
  const lines = agent.kind === 'command' ? reader.said : reader.plainLines // events also name the tools in use
  return toTellingLine(lines) || undefined
}

function toExitReason(agent: Agent, code: number, reader: AgentReader): string {
  const words = toLastWords(agent, reader)
  return `the agent ended with exit code ${code}${words === undefined ? '' : `: ${words}`}`
}

/** A limit or a refusal of the account counts, however the process ended. */
function isOfAccount({ kind }: AgentError): boolean {
  return kind === 'quota' || kind === 'rate-limited' || kind === 'permanent'
}

/** Messages that continue from "the agent". */
const isVerb = /^(reached|refused|ended|asked|sent) /

function toFailure(agent: Agent, { kind, message, retryAt }: AgentError): AgentEnd {
  switch (kind) {
    case 'task': {
      const reason = isVerb.test(message)
        ? `the agent ${message}`
        : `the agent ended with an error: ${message}`
      return { kind: 'failed', reason }
    }
    case 'permanent':
      return {
        kind,
        reason: `${agent.name} cannot be used: ${message} (${toRemedy(agent, message)})`,
        retryAt,
        isOfSettings: tryWrongSetting(message) !== undefined,
      }
    case 'quota':
      return { kind, reason: `the quota of ${agent.name} is used up: ${message}`, retryAt }
    default:
      return { kind, reason: message, retryAt }
  }
}

function tryError(agent: Agent, end: CommandEnd, reader: AgentReader): AgentError | undefined {
  const now = Date.now()
  if (reader.error !== undefined) return classifyError(reader.error, now)
  if (end.kind !== 'exited') return undefined
  const collision = tryCollision(agent, end.code, reader)
  if (collision !== undefined) return collision
  const message = toLastWords(agent, reader) ?? `exit code ${end.code}`
  const kind =
    agent.kind === 'command'
      ? tryKindOfCommand(agent, end.code, reader)
      : agent.kind === 'cli'
        ? tryKindOfCli(agent, end.code, reader)
        : undefined // a session reports errors as events
  return kind === undefined ? undefined : classifyError({ message, kind }, now)
}

function tryCollision(agent: Agent, code: number, { plainLines }: AgentReader): AgentError | undefined {
  if (agent.kind !== 'cli' || code === 0 || tryCli(agent.use)?.exitCodes[code] !== undefined) return undefined
  const message = tryCollisionText(agent, plainLines)
  return message === undefined ? undefined : { kind: 'transient', message, retryAt: undefined }
}

function tryKindOfCommand(
  { errorPatterns = {} }: CommandAgent,
  code: number,
  { said }: AgentReader,
): ErrorKind | undefined {
  const lines = code === 0 ? said.slice(-1) : said
  const found = Object.entries(errorPatterns).find(([, patterns]) =>
    patterns.some(pattern => lines.some(line => new RegExp(pattern).test(line))),
  )
  return (found?.[0] as ErrorKind | undefined) ?? (code === tryLaterCode ? 'transient' : undefined)
}

/** A CLI's output beside its events counts only if it failed: its tools print there as well. */
function tryKindOfCli(
  { use }: Extract<Agent, { kind: 'cli' }>,
  code: number,
  { plainLines }: AgentReader,
): ErrorKind | undefined {
  if (code === 0) return undefined
  if (code === notFoundCode) return 'permanent'
  if (code === tryLaterCode) return 'transient'
  return (
    tryCli(use)?.exitCodes[code] ?? tryKindOfWords(plainLines.length === 0 ? '' : toTellingLine(plainLines))
  )
}
