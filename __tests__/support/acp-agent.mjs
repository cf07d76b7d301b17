// An agent of the Agent Client Protocol that plays a script: node acp-agent.mjs <script.mjs>. It writes each message that it gets to $ACP_LOG.
import { spawn } from 'node:child_process'
import { appendFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'

const log = process.env.ACP_LOG
const script = (await import(pathToFileURL(process.argv[2]).href)).default
const pending = new Map()
let nextId = 1000
let prompts = 0

const write = line => process.stdout.write(`${line}\n`)
const send = message => write(JSON.stringify({ jsonrpc: '2.0', ...message }))
const note = text => log && appendFileSync(log, `${text}\n`)

let mcpServers = []
let tools

/** The server of tools that the session was given, as agents start it: with little of their own environment. */
function openTools() {
  const [{ command, args, env }] = mcpServers
  const own = Object.fromEntries(env.map(({ name, value }) => [name, value]))
  const server = spawn(command, args, {
    env: { PATH: process.env.PATH, ...own },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const waiting = new Map()
  createInterface({ input: server.stdout }).on('line', line => {
    const { id, result, error } = JSON.parse(line)
    waiting.get(id)?.(result ?? { isError: true, content: [{ text: error.message }] })
  })
  const call = (method, params) =>
    new Promise(resolve => {
      const id = nextId++
      waiting.set(id, resolve)
      server.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`)
    })
  const ready = call('initialize', {
    protocolVersion: '2025-06-18',
    capabilities: {},
    clientInfo: { name: 'scripted', version: '1' },
  })
  return { call, ready }
}

/** What a script can do in a turn. */
function toStage(sessionId, text, cwd) {
  const update = body => send({ method: 'session/update', params: { sessionId, update: body } })
  return {
    text,
    prompt: ++prompts,
    session: sessionId,
    cwd,
    write,
    send,
    update,
    /** Calls one of the tools that the session was given. */
    async tool(name, params = {}) {
      tools ??= openTools()
      await tools.ready
      const { isError = false, content } = await tools.call('tools/call', { name, arguments: params })
      return { isError, text: content[0].text }
    },
    say: words => update({ sessionUpdate: 'agent_message_chunk', content: { type: 'text', text: words } }),
    request(method, params) {
      const id = nextId++
      send({ id, method, params: { sessionId, ...params } })
      return new Promise(resolve => pending.set(id, resolve))
    },
    /** Asks for an edit; true: it may be made. */
    async asksFor(path, kind = 'edit') {
      const toolCallId = `call-${nextId}`
      const options = [
        { kind: 'allow_always', name: 'Always', optionId: 'always' },
        { kind: 'allow_once', name: 'Once', optionId: 'once' },
        { kind: 'reject_once', name: 'No', optionId: 'no' },
      ]
      update({
        sessionUpdate: 'tool_call',
        toolCallId,
        title: `${kind} ${path}`,
        kind,
        locations: [{ path }],
      })
      const answer = await this.request('session/request_permission', { toolCall: { toolCallId }, options })
      note(`permission ${kind} ${path} ${answer?.outcome?.optionId ?? answer?.outcome?.outcome}`)
      return answer?.outcome?.optionId === 'once'
    },
  }
}

let cwd = process.cwd()
const methods = {
  initialize: () => ({
    protocolVersion: 1,
    agentInfo: { name: 'scripted', version: '9.9.9' },
    agentCapabilities: { loadSession: false, sessionCapabilities: {}, ...script.capabilities },
    authMethods: [],
  }),
  'session/new': params => {
    cwd = params.cwd
    mcpServers = params.mcpServers
    return { sessionId: `session-${process.pid}`, ...script.session }
  },
  'session/load': params => {
    cwd = params.cwd
    return {}
  },
  'session/resume': params => {
    cwd = params.cwd
    return {}
  },
  'session/set_mode': () => ({}),
  'session/set_config_option': () => ({ configOptions: [] }),
  'session/prompt': async params => {
    const text = params.prompt.map(part => part.text).join('')
    const answer = (await script.turn(toStage(params.sessionId, text, cwd))) ?? 'end_turn'
    return typeof answer === 'string' ? { stopReason: answer } : answer
  },
}

createInterface({ input: process.stdin }).on('line', async line => {
  const message = JSON.parse(line)
  if (message.method === undefined) {
    pending.get(message.id)?.(message.result)
    return
  }
  const { id, method, params } = message
  const detail =
    params?.prompt?.[0]?.text.split('\n')[0] ?? params?.modeId ?? params?.value ?? params?.sessionId ?? ''
  note(`${process.pid} ${method} ${detail}`)
  if (id === undefined) return script.cancel?.()
  try {
    const override = script.methods?.[method]
    send({ id, result: await (override ?? methods[method])(params) })
  } catch (error) {
    send({ id, error: error.rpc ?? { code: -32603, message: String(error?.message ?? error) } })
  }
})
