import type { ClientConnection } from '@agentclientprotocol/sdk'
import type { ReportedError } from '../output/agent-signal.ts'
import { at, type JsonObject, listAt, textAt } from '../output/json-at.ts'
import { toOwnText } from '../output/own-text.ts'
import { type FreezableGroup, freezeGroup, thawGroup } from '../process/freeze-group.ts'
import { endMarkedProcesses } from '../process/marked-processes.ts'
import { stopGroup, type TalkingGroup } from '../process/process-group.ts'
import type { SessionEvent } from './acp-events.ts'
import { longestMessageBytes, type StreamListener } from './message-stream.ts'
import { answerPermission, type EditPolicy, type ToolCall, toToolCall } from './permissions.ts'
import { SessionError } from './session-error.ts'
import type { SessionLog } from './session-log.ts'
import type { WantedSettings } from './session-settings.ts'
import { SessionUsage } from './session-usage.ts'

/** Limit of requests in one attempt; more are not work. */
const mostRequests = 5000
const rememberedCalls = 1000

/** How to reach the processes of a session beside its group. */
export interface SessionProcesses extends Pick<FreezableGroup, 'marks' | 'directory'> {
  readonly canStandStill: boolean
}

/** An agent process with one conversation. It lives until it is closed, and is frozen between attempts. */
export class AcpSession implements StreamListener {
  readonly group: TalkingGroup
  private readonly processes: SessionProcesses
  readonly log: SessionLog
  readonly usage = new SessionUsage()
  /** Id for resuming the conversation. */
  id: string | undefined
  connection: ClientConnection | undefined
  policy: EditPolicy
  /** Refused edits whose reasons the agent has not been given yet. */
  refused: string[] = []
  isAlive = true
  /** Logged at the start of each attempt: facts about the conversation. */
  introduction: SessionEvent | undefined
  /** The settings that the agent offered at its beginning, and those that it has. */
  offered: unknown
  settings: WantedSettings | undefined
  /** Whether its program has answered at all. */
  hasAnswered = false
  /** Whether a conversation has started. */
  isOpen = false
  /** Why its program cannot run as a server with the plan's settings; undefined: no known reason. */
  unfit: string | undefined
  /** Whether another prompt makes sense. */
  isUsable = true
  /** While a conversation is loaded, the agent replays its updates. */
  isReplaying = false
  /** Called when the session has ended completely. */
  onClosed: () => Promise<void> = async () => {}
  private readonly calls = new Map<string, ToolCall>()
  private requests = 0
  private abort: ((error: SessionError) => void) | undefined

  constructor(group: TalkingGroup, log: SessionLog, processes: SessionProcesses, policy: EditPolicy) {
    this.group = group
    this.log = log
    this.processes = processes
    this.policy = policy
    void group.ended.then(() => {
      this.isAlive = false
    })
  }

  beginAttempt(policy: EditPolicy): void {
    this.policy = policy
    this.requests = 0
    this.refused = []
    this.usage.beginAttempt()
  }

  /** Sends a request. It rejects at once if the rest of the attempt becomes useless. */
  async request(method: string, params: object): Promise<unknown> {
    const { connection } = this
    if (connection === undefined) throw new Error('the session is not connected')
    const failed = new Promise<never>((_, reject) => {
      this.abort = reject
    })
    failed.catch(() => {}) // the answer may come first
    return Promise.race([connection.agent.request<unknown>(method, params), failed])
  }

  /** Prompts the agent. Returns why its turn ended. */
  async prompt(text: string): Promise<string> {
    if (this.introduction !== undefined) this.log.add(this.introduction)
    this.log.add({ acp: 'prompt' })
    const prompt = [{ type: 'text', text }]
    const answer = await this.request('session/prompt', { sessionId: this.id, prompt })
    const stopReason = textAt(answer, 'stopReason') ?? 'nothing'
    this.log.add({ acp: 'turn', stopReason, usage: this.usage.endTurn(at(answer, 'usage')) })
    return stopReason
  }

  cancel(): void {
    void this.connection?.agent.notify('session/cancel', { sessionId: this.id }).catch(() => {}) // it exited
  }

  /** Answers a request of the agent; undefined: not supported by a client without a person. */
  answer(method: string, params: unknown): unknown {
    this.requests++
    if (this.requests > mostRequests)
      this.fail({ message: `sent more than ${mostRequests} requests`, kind: 'task' })
    if (method === 'session/request_permission') return this.answerPermission(params)
    if (method === 'elicitation/create') {
      const question = toQuestion(textAt(params, 'message') ?? 'it named no question')
      this.fail({ message: `asked for input: ${question} Answer it in the task's prompt`, kind: 'task' })
      return { action: 'cancel' }
    }
    return undefined
  }

  onNotification(method: string, params: unknown): void {
    const update = at(params, 'update') as JsonObject | undefined
    if (method !== 'session/update' || typeof update !== 'object' || update === null || this.isReplaying)
      return
    const { sessionUpdate: kind } = update
    if (kind === 'agent_message_chunk') {
      this.log.addText(textAt(update, 'content', 'text') ?? '')
      return
    }
    if (kind === 'tool_call' || kind === 'tool_call_update') this.remember(update)
    if (kind === 'usage_update') {
      const usd = this.usage.takeUpdate(update)
      if (usd !== undefined) this.log.add({ acp: 'cost', usd })
    }
    this.log.addUpdate(update)
  }

  onText(line: string): void {
    this.log.take(Buffer.from(`${line}\n`))
  }

  onTooLong(): void {
    this.fail({ message: `sent a message of more than ${longestMessageBytes >> 20} MB`, kind: 'task' })
  }

  /** False: some of its processes still run. */
  async freeze(): Promise<boolean> {
    return this.processes.canStandStill && freezeGroup({ ...this.processes, pid: this.group.pid })
  }

  async thaw(): Promise<void> {
    await thawGroup({ ...this.processes, pid: this.group.pid })
  }

  async close(): Promise<void> {
    await this.thaw()
    this.connection?.close()
    this.group.input.destroy()
    await stopGroup(this.group)
    this.group.output.destroy()
    await endMarkedProcesses(this.processes.marks)
    await this.onClosed()
  }

  private fail(error: ReportedError): void {
    this.abort?.(new SessionError(error))
  }

  private remember(update: JsonObject): void {
    const id = toCallId(update)
    if (id === undefined) return
    this.calls.set(id, toToolCall(update, this.calls.get(id)))
    const [oldest] = this.calls.keys()
    if (this.calls.size > rememberedCalls && oldest !== undefined) this.calls.delete(oldest)
  }

  private answerPermission(params: unknown): unknown {
    const told = at(params, 'toolCall')
    const call = toToolCall(told, this.calls.get(toCallId(told) ?? ''))
    const options = listAt(params, 'options')
    const answer = answerPermission(call, options, this.policy)
    if (answer.kind === 'unanswerable') {
      const message = `asked a person to decide: ${toQuestion(call.title)} Decide it in the task's prompt`
      if (options.length > 0) this.fail({ message, kind: 'task' })
      return { outcome: { outcome: 'cancelled' } }
    }
    const { option } = answer
    if (answer.kind === 'allowed') return { outcome: { outcome: 'selected', optionId: option } }
    const { reason } = answer
    this.refused.push(reason)
    this.log.add({ acp: 'permission', title: call.title, answer: 'refused', reason })
    return {
      outcome: option === undefined ? { outcome: 'cancelled' } : { outcome: 'selected', optionId: option },
      _meta: { reason },
    }
  }
}

const longestQuestion = 200

/** As a sentence, short enough that the remedy behind it is not cut off. */
function toQuestion(text: string): string {
  const question = text.trim()
  if (question.length > longestQuestion) return `${toOwnText(question, longestQuestion)}…`
  return /[.?!]$/.test(question) ? question : `${question}.`
}

/** Cut: what an agent makes up must not fill the memory. */
function toCallId(call: unknown): string | undefined {
  const id = textAt(call, 'toolCallId')
  return id === undefined ? undefined : toOwnText(id, 200)
}
