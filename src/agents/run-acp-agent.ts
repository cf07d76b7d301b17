import { writePlainFile } from '../files/plain-file.ts'
import type { AcpServer } from './acp/acp-server.ts'
import type { AcpSession } from './acp/acp-session.ts'
import { makeSettings, openConversation, startSession } from './acp/open-session.ts'
import type { EditPolicy } from './acp/permissions.ts'
import { settleSession } from './acp/session-end.ts'
import { SessionError, toReportedError } from './acp/session-error.ts'
import { SessionSlot } from './acp/session-slot.ts'
import { readAnswer, startWatch, toBudgetEnd, toWatchedRequest } from './agent-answer.ts'
import type { AgentAnswer, AgentCheckout, AgentRequest, EnclosedAgent } from './agent-request.ts'
import { prepareAgentStart } from './agent-start.ts'
import { isContextFull, tryKindOfWords } from './errors/classify-error.ts'
import type { ReportedError } from './output/agent-signal.ts'
import { toMostUse } from './process/resources/resource-watch.ts'
import { type CommandEnd, superviseWork } from './process/supervise.ts'

/** Prompts an agent with ACP: in the conversation of the slot, or in a new one. */
export async function runAcpAgent(
  request: AgentRequest,
  server: AcpServer,
  enclose: () => Promise<EnclosedAgent>,
): Promise<AgentAnswer> {
  const { agent, checkout, log } = request
  const slot = request.session?.slot ?? new SessionSlot()
  const start = prepareAgentStart(agent, { prompt: '', promptFile: checkout.files.prompt })
  const watch = startWatch(start, request, checkout.files)
  const policy = toPolicy(checkout)
  const live = await slot.take(agent.name)
  const session = live ?? (await startInSandbox(request, policy, enclose).catch(toReason))
  if (typeof session === 'string')
    return readAnswer(request, { kind: 'not-started', reason: session, seconds: 0 }, start, watch)
  session.log.open(log, lines => watch.take(lines))
  session.beginAttempt(policy)
  const work = converse(session, { request, server, slot, isLive: live !== undefined })
  const ended = await superviseWork(
    toWatchedRequest(request, start, () => toBudgetEnd(request, start.reader, watch)),
    session.group,
    work,
  )
  const end = await settleSession(session, agent, ended, work)
  session.log.close()
  const { error } = start.reader
  const isFull = error !== undefined && isContextFull(error)
  if (request.session !== undefined && !isFull && canGoOn(session, end)) await slot.keep(agent.name, session)
  else await session.close()
  const answer = { ...readAnswer(request, end, start, watch), unfit: session.unfit }
  if (answer.end.kind === 'done') writePlainFile(checkout.files.status, `${session.group.pid}\n0\n`)
  return answer
}

/** Whether the next attempt can go on in this session. */
function canGoOn(session: AcpSession, end: CommandEnd): boolean {
  return session.isAlive && session.isOpen && session.isUsable && end.kind !== 'stopped'
}

/** Starts the agent inside its sandbox, which exists until its session is closed. */
async function startInSandbox(
  { checkout }: AgentRequest,
  policy: EditPolicy,
  enclose: () => Promise<EnclosedAgent>,
): Promise<AcpSession> {
  const { directory, files, marks, resources } = checkout
  const { end, ...enclosed } = await enclose()
  const most = toMostUse(resources.limits)
  const place = { ...enclosed, directory, statusPath: files.status, marks, policy, most }
  try {
    const session = await startSession(place)
    session.onClosed = end
    return session
  } catch (error) {
    await end()
    throw error
  }
}

function toReason(error: unknown): string {
  return (error as Error).message
}

function toPolicy({ directory, files, refusalOf = () => undefined }: AgentCheckout): EditPolicy {
  return { directory, exchange: files.exchange, refusalOf }
}

interface Talk {
  readonly request: AgentRequest
  readonly server: AcpServer
  readonly slot: SessionSlot
  readonly isLive: boolean
}

/** Prompts until the agent has done what it can. Never throws: errors are events of the session. */
async function converse(session: AcpSession, talk: Talk): Promise<void> {
  const { request, server, isLive } = talk
  try {
    if (isLive) await makeSettings(session, server)
    const isContinued = isLive || (await open(session, talk))
    if (session.id !== undefined) request.session?.onSession(session.id, session.usage.costBeforeUsd)
    await promptWithReasons(
      session,
      isContinued ? (request.session?.continuation ?? request.prompt) : request.prompt,
    )
  } catch (error) {
    if (!session.isAlive || session.connection?.signal.aborted === true) return // its exit explains more
    session.isUsable = !(error instanceof SessionError)
    const reported = session.isOpen ? toReportedError(error) : toOpeningError(error)
    if (!session.isOpen && isUnfit(error)) session.unfit = reported.message
    session.log.add({ acp: 'error', error: reported })
  }
}

const unknownMethod = -32601
const invalidParams = -32602

/** If no session began, the task is not to blame: the program does not speak the protocol, or a retry may help. */
function toOpeningError(error: unknown): ReportedError {
  const reported = toReportedError(error)
  const code = (error as { code?: unknown }).code
  const otherwise = code === unknownMethod || code === invalidParams ? 'permanent' : 'transient'
  return { ...reported, kind: reported.kind ?? tryKindOfWords(reported.message) ?? otherwise }
}

/** Whether the program does not speak the protocol, or lacks a setting: a retry cannot help. */
function isUnfit(error: unknown): boolean {
  const code = (error as { code?: unknown }).code
  if (error instanceof SessionError) return error.reported.kind === 'permanent'
  return code === unknownMethod || code === invalidParams
}

async function open(session: AcpSession, { request, server, slot }: Talk): Promise<boolean> {
  const { agent, checkout } = request
  const left = slot.left?.agent === agent.name ? slot.left : undefined
  slot.left = undefined
  const isTakenUp = await openConversation(session, { server, directory: checkout.directory, left })
  session.isOpen = true
  return isTakenUp
}

/** The most prompts within one attempt that explain refused edits. */
const mostReasons = 3

/** The protocol cannot give a reason for a refusal: if the agent stops at one, the next prompt gives it. */
async function promptWithReasons(session: AcpSession, prompt: string): Promise<void> {
  let text = prompt
  for (let round = 0; ; round++) {
    const stopReason = await session.prompt(text)
    const reasons = session.refused.splice(0)
    const canGoOn = stopReason === 'end_turn' || stopReason === 'cancelled'
    if (reasons.length === 0 || !canGoOn || round >= mostReasons) return
    text = toReasonsPrompt(reasons)
  }
}

const mostListed = 50

function toReasonsPrompt(reasons: readonly string[]): string {
  const all = [...new Set(reasons)]
  const more = all.length > mostListed ? [`and ${all.length - mostListed} more`] : []
  const list = [...all.slice(0, mostListed), ...more].map(reason => `- ${reason}`).join('\n')
  return `Some of your edits were refused and not written:\n${list}\nDo the task without them. If it is already done, say so.\n`
}
