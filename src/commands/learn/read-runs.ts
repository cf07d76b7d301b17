import * as z from 'zod'
import { listRefs } from '../../git/refs/refs.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import type { TaskId } from '../../model/plan.ts'
import type { TaskResult } from '../../model/task-result.ts'
import { idPattern } from '../../plan/file/id-pattern.ts'
import { listRuns } from '../../run/opening/claim-run.ts'
import type { RunId } from '../../run/run-id.ts'
import { openStore, type RunStore } from '../../run/run-store.ts'
import type { KnownRun } from './list-incidents.ts'

const planSchema = z.object({
  name: z.string().max(1000),
  tasks: z.record(z.string(), z.object({ prompt: z.string().optional() })),
})

/** All runs of a repository, by their ids. */
export async function readRuns(repository: Repository): Promise<Map<RunId, KnownRun>> {
  const runs = new Map<RunId, KnownRun>()
  for (const run of await listRuns(repository)) runs.set(run, await readRun(repository, run))
  return runs
}

async function readRun(repository: Repository, run: RunId): Promise<KnownRun> {
  const store = await openStore(repository, run)
  const plan = await store.readJson(store.refs.plan, planSchema)
  const results = await store.readResults(await listTasks(repository, store))
  const tasks = Object.entries(plan?.tasks ?? {})
  return {
    run,
    plan: plan?.name ?? null,
    prompts: Object.fromEntries(tasks.map(([task, { prompt }]) => [task, prompt ?? ''])),
    report: await store.readReport(),
    results,
    logs: await readLogs(store, results),
  }
}

/** Tasks that have ended, also of a run whose plan cannot be read. */
async function listTasks(repository: Repository, store: RunStore): Promise<TaskId[]> {
  const prefix = store.refs.result('')
  const refs = await listRefs(repository, [`${prefix}*`])
  return refs.map(({ name }) => name.slice(prefix.length)).filter(id => idPattern.test(id))
}

async function readLogs(
  store: RunStore,
  results: ReadonlyMap<TaskId, TaskResult>,
): Promise<Map<TaskId, string>> {
  const logs = new Map<TaskId, string>()
  for (const [task, { attempts }] of results) {
    const log = attempts > 1 ? await store.readLog(task) : undefined
    if (log !== undefined) logs.set(task, log)
  }
  return logs
}
