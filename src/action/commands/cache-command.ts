import { readTail } from '../../agents/process/log-file.ts'
import { toTellingEnd } from '../../agents/process/telling-line.ts'
import { isStored, listSets, type StoredSet } from '../../checkouts/dependencies/stored-sets.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import { installBase } from '../../jobs/install-base.ts'
import { toCommandEndText } from '../../run/run-script.ts'
import { type DependencyCache, findUncached, tryOpenCache } from '../dependencies/dependency-cache.ts'
import { toRunLog } from '../output/run-log.ts'
import { loadPlannedRun } from '../planned/load-planned-run.ts'
import type { PlannedRun } from '../planned/planned-run.ts'
import { prepareSandbox } from '../sandboxing/prepare-sandbox.ts'
import type { Step, StepResult } from '../step/step.ts'
import { withStepRepository } from '../step/step-repository.ts'

/** The part of the installation's output that is searched for its reason. */
const tailBytes = 1 << 16

/**
 * `command: cache`: installs the dependencies of the run's base, and puts them into the repository's cache for the jobs of later
 * runs. Runs no agents, and none of their code. Everything works without it, so a failure is only a warning.
 */
export function cacheCommand(step: Step): Promise<StepResult> {
  return withStepRepository(step, async repository => {
    const run = await loadPlannedRun(step, repository)
    const sets = await listSets(repository, run.plan, run.base)
    if (sets.length === 0)
      return toEnd(
        step,
        'nothing to cache: the plan has no `checkout: { dependencies: auto }`, or no package manager here needs it',
      )
    const cache = await tryOpenCache()
    if (cache === undefined) return toEnd(step, 'nothing was cached: this job has no cache service')
    return fill(step, repository, run, { sets, cache })
  })
}

interface Filling {
  readonly sets: readonly StoredSet[]
  readonly cache: DependencyCache
}

async function fill(
  step: Step,
  repository: Repository,
  run: PlannedRun,
  { sets, cache }: Filling,
): Promise<StepResult> {
  const missing = await findUncached(cache, sets)
  if (missing.length === 0) return toEnd(step, 'the cache already has the dependencies of this commit')
  if (!missing.every(isStored)) {
    const problem = await tryInstall(step, repository, run)
    if (problem !== undefined) return toEnd(step, `nothing was cached: ${problem}`, 'warning')
  }
  const saved: string[] = []
  for (const set of missing) if (isStored(set) && (await cache.trySave(set))) saved.push(set.manager)
  const text =
    saved.length === 0
      ? 'nothing was cached: the installation left nothing, or another job was faster'
      : `cached for later runs: dependencies of ${saved.join(' and ')}`
  return toEnd(step, text)
}

/** Why nothing was installed; undefined: everything was. */
async function tryInstall(step: Step, repository: Repository, run: PlannedRun): Promise<string | undefined> {
  const { log, signal } = step
  await prepareSandbox(step, repository, run.plan)
  const { end, logPath } = await installBase({ ...run, repository, signal, emit: toRunLog(log, run.plan) })
  if (end.kind === 'exited' && end.code === 0) return undefined
  const { timeoutMinutes } = run.plan.integration
  return `the installation ${toCommandEndText(end, timeoutMinutes)}${toTellingEnd(readTail(logPath, 0, tailBytes))}`
}

function toEnd({ log }: Step, text: string, level?: 'warning'): StepResult {
  log.line(text)
  const annotations = level === undefined ? [] : [{ level, title: 'Dependencies', message: text }]
  return { outputs: {}, summary: `${text}\n`, annotations, failure: undefined }
}
