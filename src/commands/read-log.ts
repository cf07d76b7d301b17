import { existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { openAgentReader } from '../agents/agent-start.ts'
import type { AgentReader } from '../agents/output/agent-reader.ts'
import { LogFollower } from '../agents/process/log-file.ts'
import type { Repository } from '../git/repository/open-repository.ts'
import type { Agent, TaskId } from '../model/plan.ts'
import { RefusedError } from '../model/refused-error.ts'
import { didYouMean } from '../plan/schema/suggest.ts'
import { requireRun } from '../run/opening/claim-run.ts'
import { tryReadHolder } from '../run/opening/run-lock.ts'
import type { RunId } from '../run/run-id.ts'
import { findRunPaths, integrationName } from '../run/run-paths.ts'
import { openStore, type RunStore } from '../run/run-store.ts'
import { readPlanOf } from './read-status.ts'

export interface LogRequest {
  /** A task, or `integration`. */
  readonly name: string
  readonly run: string | undefined
  /** The agent's output unchanged, even if it is JSON. */
  readonly raw: boolean
  /** Continue until the run ends. */
  readonly follow: boolean
  readonly signal: AbortSignal
}

const pollMilliseconds = 250

/** The lines of a task's log, as they arrive. From JSON output of agents, only the text. */
export async function* readLog(repository: Repository, request: LogRequest): AsyncGenerator<string> {
  const run = await requireRun(repository, request.run)
  const store = await openStore(repository, run)
  const { name, reader } = await findLog(store, request)
  const path = findRunPaths(repository, run).log(name)
  if (!existsSync(path) && !(await isHeld(repository, run))) {
    yield* toWords(await readStoredLog(store, request.name, name), reader)
    return
  }
  const log = new LogFollower(path, 0)
  for (;;) {
    const isOver = !request.follow || request.signal.aborted || !(await isHeld(repository, run))
    if (!isOver) yield* toWords(log.readLines(), reader)
    else for (const lines of log.readToEnd()) yield* toWords(lines, reader)
    if (isOver) return
    await sleep(pollMilliseconds, undefined, { signal: request.signal }).catch(() => {}) // aborted: the rest is still read
  }
}

async function isHeld(repository: Repository, run: RunId): Promise<boolean> {
  return (await tryReadHolder(repository, run)) !== undefined
}

/** Which log to read, and how. */
async function findLog(
  store: RunStore,
  { name, raw }: LogRequest,
): Promise<{ name: TaskId; reader: AgentReader | undefined }> {
  const plan = await readPlanOf(store)
  const task = plan.tasks.find(({ id }) => id === name)
  if (task === undefined && name !== 'integration') {
    const ids = [...plan.tasks.map(({ id }) => id), 'integration']
    throw new RefusedError(`\`${name}\` is not a task of run ${store.run}${didYouMean(name, ids)}`)
  }
  if (task === undefined) return { name: integrationName, reader: undefined }
  const agent = plan.agents[task.agent] as Agent
  return {
    name: task.id,
    reader: raw || agent.kind === 'command' ? undefined : openAgentReader(agent),
  }
}

/** The stored part of a log, for clones that did not write it. */
async function readStoredLog(store: RunStore, asked: string, name: TaskId): Promise<string[]> {
  const text = await store.readLog(name)
  if (text === undefined) throw new RefusedError(`${asked} has no output in run ${store.run} yet`)
  return text.split('\n').slice(0, -1)
}

function toWords(lines: readonly string[], reader: AgentReader | undefined): string[] {
  if (reader === undefined) return [...lines]
  return lines.flatMap(line => (line.startsWith('{') ? (reader.take(line) ?? []) : [line]))
}
