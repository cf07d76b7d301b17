import { dirname } from 'node:path'
import { makeOwnFolder } from '../files/own-folder.ts'
import { appendToPlainFile, removePlain, writePlainFile } from '../files/plain-file.ts'
import type { Agent, Environment } from '../model/plan.ts'
import { withCounted } from '../model/usage.ts'
import type { SessionEvent } from './acp/acp-events.ts'
import type { AcpServer } from './acp/acp-server.ts'
import { findOwnServer, toKnownServer, toMcpServers, toServerSignIn } from './acp-server.ts'
import { readAnswer, startWatch, toBudgetEnd, toWatchedRequest } from './agent-answer.ts'
import { toAgentKeys } from './agent-keys.ts'
import type { AgentAnswer, AgentCheckout, AgentFiles, AgentRequest, EnclosedAgent } from './agent-request.ts'
import { type AgentStart, prepareAgentStart, toSandboxedAgent } from './agent-start.ts'
import { chooseWay } from './agent-way.ts'
import { endMarkedProcesses } from './process/marked-processes.ts'
import { type EarlyEnd, supervise } from './process/supervise.ts'
import type { OutputWatch } from './process/watch-output.ts'
import { runAcpAgent } from './run-acp-agent.ts'

/**
 * Runs an agent on a prompt in a checkout, until it ends or a limit stops it. No process of it is left, except for the conversation
 * in the slot of the request.
 */
export async function runAgent(request: AgentRequest): Promise<AgentAnswer> {
  const { agent, checkout, prompt, commandPrompt = prompt } = request
  const start = prepareStart(request)
  clearFiles(checkout.files, start.usageFile)
  writePlainFile(checkout.files.prompt, prompt)
  const way = tryServer(request)
  if (way === undefined) return runCommandAgent(request, start)
  const server = { ...way.server, mcpServers: toMcpServers(checkout) }
  const answer = await runAcpAgent(request, server, () =>
    checkout.enclose({ command: server.command, env: toEnvironment(agent, checkout, server.env) }),
  )
  if (answer.unfit === undefined || !way.canFallBack || request.signal.aborted) return answer
  noteUnfit(request, answer.unfit)
  writePlainFile(checkout.files.prompt, commandPrompt)
  return runCommandAgent(request, prepareStart({ ...request, prompt: commandPrompt }))
}

function prepareStart({ agent, checkout, prompt }: AgentRequest): AgentStart {
  const { isSandboxed, files, toolServer } = checkout
  const started = isSandboxed ? toSandboxedAgent(agent) : agent
  return prepareAgentStart(started, { prompt, promptFile: files.prompt, toolServer })
}

interface ServerWay {
  readonly server: AcpServer
  readonly canFallBack: boolean
}

/** The server to run the agent as; undefined: it runs as a command line. */
function tryServer({ agent, checkout, session }: AgentRequest): ServerWay | undefined {
  if (agent.kind === 'command') return undefined
  if (agent.kind === 'acp') return { server: findOwnServer(agent), canFallBack: false }
  const way = chooseWay(agent, checkout.environment(agent.env))
  if (way.kind !== 'acp') return undefined
  const { canFallBack, entry } = way
  if (canFallBack && session?.slot.unfit.has(agent.name) === true) return undefined
  const { modeInSandbox: mode } = entry
  const signIn = toServerSignIn(entry, toEnvironment(agent, checkout, {}), checkout.isSandboxed)
  const isTold = agent.mode !== undefined || !checkout.isSandboxed || mode === undefined
  return { server: { ...toKnownServer(isTold ? agent : { ...agent, mode }, entry), signIn }, canFallBack }
}

/** Its command line does the rest of its task, which the log says. */
function noteUnfit({ agent, log, session }: AgentRequest, reason: string): void {
  session?.slot.unfit.add(agent.name)
  appendToPlainFile(log, `${JSON.stringify({ acp: 'unfit', reason } satisfies SessionEvent)}\n`)
}

async function runCommandAgent(request: AgentRequest, start: AgentStart): Promise<AgentAnswer> {
  const { agent, checkout, log } = request
  const { files } = checkout
  const watch = startWatch(start, request, files)
  const env = toEnvironment(agent, checkout, start.env)
  const enclosed = await checkout.enclose({ command: start.command, env })
  const end = await supervise({
    ...toWatchedRequest(request, start, () =>
      toEarlyEnd(request, start, { watch, counted: enclosed.counted }),
    ),
    command: enclosed.command,
    env: enclosed.env,
    logPath: log,
    onLines: lines => watch.take(lines),
    statusPath: files.status,
  }).finally(async () => {
    await endMarkedProcesses(checkout.marks)
    await enclosed.end()
  })
  const answer = readAnswer(request, end, start, watch)
  return { ...answer, usage: withCounted(answer.usage, enclosed.counted()) }
}

/** If an agent reports its end but does not exit, one of its children still holds its output open. */
const finishedGraceSeconds = 10
const backgroundGraceSeconds = 600

function toEarlyEnd(
  request: AgentRequest,
  { reader, countedTurns }: AgentStart,
  { watch, counted }: Pick<EnclosedAgent, 'counted'> & { readonly watch: OutputWatch },
): EarlyEnd | undefined {
  const told = withCounted(reader.usage(false), counted())
  if (toBudgetEnd(request, { model: reader.model, usage: () => told }, watch) !== undefined)
    return 'over-budget'
  if (countedTurns !== undefined && reader.turns > countedTurns) return 'over-limit'
  const grace = reader.hasBackground ? backgroundGraceSeconds : finishedGraceSeconds
  return reader.isDone && watch.quietSeconds() >= grace ? 'finished' : undefined
}

/** Removes files of an earlier agent, so that they are not taken for this one's answer. */
function clearFiles(files: AgentFiles, usageFile: string | undefined): void {
  const { prompt, progress, report, status } = files
  for (const folder of [dirname(status), dirname(prompt)]) makeOwnFolder(folder)
  for (const path of [prompt, progress, report, status, usageFile]) if (path !== undefined) removePlain(path)
}

function toEnvironment(
  agent: Agent,
  { environment, keys, marks, files }: AgentCheckout,
  ofAgent: Environment,
): Environment {
  return {
    ...environment({ ...toAgentKeys(agent, keys), ...ofAgent }),
    ...marks,
    PARALLEL_AGENTS_PROMPT_FILE: files.prompt,
    PARALLEL_AGENTS_PROGRESS_FILE: files.progress,
    PARALLEL_AGENTS_REPORT_FILE: files.report,
  }
}
