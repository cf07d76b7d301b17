import { isDeepStrictEqual } from 'node:util'
import type { Environment } from '../../model/plan.ts'
import { at, textAt } from '../output/json-at.ts'
import { type Command, startTalkingGroup } from '../process/process-group.ts'
import type { MostUse } from '../process/resources/control-group.ts'
import type { AcpServer } from './acp-server.ts'
import { AcpSession, type SessionProcesses } from './acp-session.ts'
import { toMessageStream } from './message-stream.ts'
import type { EditPolicy } from './permissions.ts'
import { isSignInRequired, SessionError } from './session-error.ts'
import { SessionLog } from './session-log.ts'
import { toSettingSteps, tryCurrentModel } from './session-settings.ts'
import type { PausedSession } from './session-slot.ts'

export interface SessionPlace extends SessionProcesses {
  readonly command: Command
  readonly env: Environment
  readonly statusPath: string
  readonly policy: EditPolicy
  readonly most: MostUse
}

/** Starts the process of a session. Throws if it cannot be started. */
export async function startSession(place: SessionPlace): Promise<AcpSession> {
  const log = new SessionLog()
  const stderr = { take: (chunk: Buffer) => log.take(chunk), close: () => {} }
  const group = await startTalkingGroup(place, stderr)
  return new AcpSession(group, log, place, place.policy)
}

export interface Conversation {
  readonly server: AcpServer
  readonly directory: string
  /** The conversation of an earlier process. */
  readonly left: PausedSession | undefined
}

/** Connects, and starts or resumes a conversation. Returns whether it was resumed. */
export async function openConversation(
  session: AcpSession,
  { server, directory, left }: Conversation,
): Promise<boolean> {
  const capabilities = await connect(session)
  const place = { cwd: directory, mcpServers: server.mcpServers, ...toMeta(server) }
  const earlier =
    left === undefined ? undefined : await tryTakeUp(session, capabilities, { ...place, sessionId: left.id })
  const opened = earlier ?? (await startConversation(session, server, place))
  session.id = earlier === undefined ? textAt(opened, 'sessionId') : left?.id
  if (earlier !== undefined) session.usage.continueFrom(left?.costUsd)
  if (session.id === undefined) throw new Error('it started no session')
  session.offered = opened
  session.introduction = {
    acp: 'session',
    id: session.id,
    version: textAt(capabilities, 'agentInfo', 'version'),
    model: tryCurrentModel(opened),
  }
  await makeSettings(session, server)
  return earlier !== undefined
}

/** A new conversation, after a sign-in if the agent asks for one. */
async function startConversation(
  session: AcpSession,
  { command, signIn }: AcpServer,
  place: object,
): Promise<unknown> {
  try {
    return await session.request('session/new', place)
  } catch (error) {
    if (signIn === undefined || !isSignInRequired(error)) throw error
    if (!signIn.mayStore) {
      const message = `${command[0]} would store your key in your home to sign in: sign in yourself, use the sandbox, or write \`via: cli\``
      throw new SessionError({ message, kind: 'permanent' })
    }
    await session.request('authenticate', { methodId: signIn.method })
    return session.request('session/new', place)
  }
}

function toMeta({ meta }: AcpServer): { _meta?: unknown } {
  return meta === undefined ? {} : { _meta: meta }
}

async function connect(session: AcpSession): Promise<unknown> {
  const { client, RequestError, PROTOCOL_VERSION } = await import('@agentclientprotocol/sdk')
  const { input, output } = session.group
  const app = client({ name: 'parallel-agents' }).onRequest('*', ({ method, params }) => {
    const answer = session.answer(method, params)
    if (answer === undefined) throw RequestError.methodNotFound(method)
    return answer
  })
  session.connection = app.connect(toMessageStream(input, output, session))
  // The agent handles files and terminals itself, inside its sandbox.
  const capabilities = await session.request('initialize', {
    protocolVersion: PROTOCOL_VERSION,
    clientInfo: { name: 'parallel-agents', version: '1' },
    clientCapabilities: { fs: { readTextFile: false, writeTextFile: false }, terminal: false },
  })
  session.hasAnswered = true
  const version = at(capabilities, 'protocolVersion')
  if (version === PROTOCOL_VERSION) return capabilities
  const message = `speaks version ${String(version)} of the Agent Client Protocol, not ${PROTOCOL_VERSION}`
  throw new SessionError({ message, kind: 'permanent' })
}

/** Undefined: the agent does not support it, or has lost the conversation. */
async function tryTakeUp(
  session: AcpSession,
  capabilities: unknown,
  params: { readonly sessionId: string; readonly cwd: string },
): Promise<unknown> {
  const canResume = at(capabilities, 'agentCapabilities', 'sessionCapabilities', 'resume') != null
  const canLoad = at(capabilities, 'agentCapabilities', 'loadSession') === true
  if (!canResume && !canLoad) return undefined
  session.isReplaying = true
  try {
    return await session.request(canResume ? 'session/resume' : 'session/load', params)
  } catch (error) {
    if (error instanceof SessionError) throw error
    return undefined // the prompt of a new session says what happened
  } finally {
    session.isReplaying = false
  }
}

/** Applies the settings of an attempt, which may have another model than the one before. */
export async function makeSettings(session: AcpSession, { settings }: AcpServer): Promise<void> {
  const { settings: before, introduction } = session
  if (before !== undefined && isDeepStrictEqual(before, settings)) return
  // Without a model of the plan, it gets back the one that it began with.
  const model = settings.model ?? (before?.model && tryCurrentModel(session.offered))
  const made = toSettingSteps(session.offered, { ...settings, model }, { isFirst: before === undefined })
  if (made.kind === 'impossible') throw new SessionError({ message: made.reason, kind: 'permanent' })
  for (const step of made.steps) {
    const { id: sessionId } = session
    if (step.kind === 'mode') await session.request('session/set_mode', { sessionId, modeId: step.modeId })
    else
      await session.request('session/set_config_option', {
        sessionId,
        configId: step.configId,
        value: step.value,
      })
  }
  session.settings = settings
  if (introduction?.acp === 'session' && model !== undefined)
    session.introduction = { ...introduction, model }
}
