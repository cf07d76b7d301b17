import { existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { OutputReader } from '../agent/agent-output.ts'
import { toAgentStart } from '../agent/agent-start.ts'
import { LogFollower } from '../agent/log-file.ts'
import type { Repository } from '../git/open-repository.ts'
import type { Agent } from '../plan/plan.ts'
import { RefusedError } from '../plan/refused-error.ts'
import { didYouMean } from '../plan/suggest.ts'
import { readPlanOf } from './read-status.ts'
import { requireRun } from './run/claim-run.ts'
import { tryReadHolder } from './run/run-lock.ts'
import { integrationName, toRunPaths } from './run/run-paths.ts'
import { RunStore } from './run/run-store.ts'

export interface LogRequest {
  /** A task, or `integration`. */
  readonly name: string
  readonly run: string | undefined
  /** Lines as the agent printed them, also where they are JSON. */
  readonly raw: boolean
  /** Go on until the run ends. */
  readonly follow: boolean
  readonly signal: AbortSignal
}

const pollMilliseconds = 250

/** The lines of a task's log, as they come. Where an agent prints JSON, only what it says in words. */
export async function* readLog(repository: Repository, request: LogRequest): AsyncGenerator<string> {
  const run = await requireRun(repository, request.run)
  const { path, reader } = await findLog(repository, run, request)
  const log = new LogFollower(path, 0)
  for (;;) {
    const isOver =
      !request.follow || request.signal.aborted || (await tryReadHolder(repository, run)) === undefined
    yield* toWords(isOver ? log.readAll() : log.readLines(), reader)
    if (isOver) return
    await sleep(pollMilliseconds, undefined, { signal: request.signal }).catch(() => {}) // told to stop: the rest is still read
  }
}

async function findLog(
  repository: Repository,
  run: string,
  { name, raw }: LogRequest,
): Promise<{ path: string; reader: OutputReader | undefined }> {
  const paths = toRunPaths(repository, run)
  const plan = await readPlanOf(new RunStore(repository, run))
  const task = plan.tasks.find(({ id }) => id === name)
  const ids = [...plan.tasks.map(({ id }) => id), 'integration']
  if (task === undefined && name !== 'integration') {
    throw new RefusedError(`\`${name}\` is not a task of run ${run}${didYouMean(name, ids)}`)
  }
  const path = paths.log(task === undefined ? integrationName : task.id)
  if (!existsSync(path)) {
    throw new RefusedError(
      `there is no log of ${name} here: logs stay on the machine that ran it, and begin with the first attempt`,
    )
  }
  const agent = task === undefined ? undefined : (plan.agents[task.agent] as Agent)
  return { path, reader: raw || agent?.kind !== 'cli' ? undefined : toAgentStart(agent, '', '').reader }
}

function toWords(lines: readonly string[], reader: OutputReader | undefined): string[] {
  if (reader === undefined) return [...lines]
  return lines.flatMap(line => (line.startsWith('{') ? (reader.take(line) ?? []) : [line]))
}
