import type { ErrorKind } from '../model/agents/error-kind.ts'
import type { Agent, CommandAgent } from '../model/plan.ts'
import { tryCli } from './adapters/clis.ts'
import type { AgentError } from './errors/agent-error.ts'
import { classifyError, tryKindOfWords } from './errors/classify-error.ts'
import type { AgentReader } from './output/agent-reader.ts'
import type { CommandEnd } from './process/supervise.ts'
import { toTellingLine } from './process/telling-line.ts'
import { toRemedy } from './remedy.ts'

/** How an agent ended, before anything has looked at its work. */
export type AgentEnd =
  /** By its own word, or exit code 0. */
  | { readonly kind: 'done' }
  /** For a reason that belongs to the task. */
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'timed-out' | 'stalled' | 'stopped' | 'over-budget' }
  /** For a reason that does not: the same attempt can be repeated, or not with this agent. */
  | AgentFailure

export interface AgentFailure {
  readonly kind: Exclude<ErrorKind, 'task'>
  /** With the remedy, where there is one. */
  readonly reason: string
  /** In milliseconds since 1970, if it is known when trying again makes sense. */
  readonly retryAt: number | undefined
}

/** An exit code by which a command says that it should be retried later (EX_TEMPFAIL of sysexits.h). */
const tryLaterCode = 75
const notFoundCode = 127

/** Decides by the last word of an agent, where it has one, and else by its exit code. */
export function toAgentEnd(agent: Agent, end: CommandEnd, reader: AgentReader): AgentEnd {
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
      return end.code === 0
        ? { kind: 'done' }
        : { kind: 'failed', reason: toExitReason(agent, end.code, reader) }
  }
}

/** The error among the last lines of an agent, or the last of them. */
export function toLastWords(agent: Agent, reader: AgentReader): string | undefined {
  if (reader.error !== undefined) return reader.error.message
  const lines = agent.kind === 'command' ? reader.said : reader.plainLines // events also tell which tools are used
  return toTellingLine(lines) || undefined
}

function toExitReason(agent: Agent, code: number, reader: AgentReader): string {
  const words = toLastWords(agent, reader)
  return `the agent ended with exit code ${code}${words === undefined ? '' : `: ${words}`}`
}

/** A limit or a refusal of the account stays, however the process ended. */
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
      return { kind, reason: `${agent.name} cannot work: ${message} (${toRemedy(agent, message)})`, retryAt }
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
  const known = agent.kind === 'cli' && code !== 0 ? tryCli(agent.use)?.collision : undefined
  const line = known && plainLines.find(line => known.pattern.test(line))
  if (known === undefined || line === undefined) return undefined
  return { kind: 'transient', message: `${known.reason}: ${line}`, retryAt: undefined }
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

/** What a CLI prints beside its events counts only when it failed: its tools print there as well. */
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
