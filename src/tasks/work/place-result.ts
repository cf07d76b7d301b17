import { findCheckouts } from '../../git/checkouts/checkouts.ts'
import { harnessIdentity } from '../../git/objects/commits.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import { listForeignCommits } from '../../git/refs/reachability.ts'
import type { RefUpdate } from '../../git/refs/refs.ts'
import type { IntegrationReport } from '../../model/report.ts'
import { isOwnBranch } from '../../run/branches/list-branches.ts'
import type { RunContext } from '../../run/run-context.ts'
import { integrationName } from '../../run/run-paths.ts'
import { toBranchName } from '../../run/run-refs.ts'
import { writeKept } from '../../run/write-kept.ts'

/** How to put a result onto the integration branch. */
export interface Placement {
  readonly updates: readonly RefUpdate[]
  /** Its part of the report. */
  readonly integration: IntegrationReport
}

/**
 * Decides how the integration branch gets the result of a run. Foreign commits on it are kept before it moves, and while it is
 * checked out it does not move at all.
 */
export async function placeResult(context: RunContext, integration: IntegrationReport): Promise<Placement> {
  const { repository, store } = context
  const { integration: ref } = store.refs
  const from = await store.resolve(ref)
  const to = integration.commit ?? undefined
  if (from === to) return { updates: [], integration }
  if (from === undefined) return { updates: [{ ref, from, to }], integration }
  if (!(await isOwnBranch(repository, store, { name: ref, id: from }, undefined)))
    return placeElsewhere(context, integration, 'is not of this run')
  const [checkout] = await findCheckouts(repository, toBranchName(ref))
  if (checkout !== undefined)
    return placeElsewhere(context, integration, `is checked out in ${checkout.directory}`)
  const kept = await keepForeign(context, from, to)
  return { updates: [...kept, { ref, from, to }], integration }
}

async function placeElsewhere(
  context: RunContext,
  integration: IntegrationReport,
  obstacle: string,
): Promise<Placement> {
  const { commit, land } = integration
  const { refs } = context.store
  const isSafe = commit === null || land.done
  const where = isSafe ? '' : `: the result is on ${refs.kept(integrationName)}`
  const text = `${toBranchName(refs.integration)} ${obstacle} and was not moved${where}`
  const message = land.message === null ? text : `${land.message}; ${text}`
  return {
    updates: isSafe ? [] : [await writeKeptUpdate(context, commit, 'the result of the run')],
    integration: { ...integration, branch: null, land: { ...land, message } },
  }
}

async function keepForeign(
  context: RunContext,
  tip: ObjectId,
  to: ObjectId | undefined,
): Promise<RefUpdate[]> {
  const { repository, store, emit } = context
  const { refs } = store
  const own = harnessIdentity.email
  const subjects = await listForeignCommits(repository, { tip, ref: refs.integration, to, own })
  if (subjects.length === 0) return []
  const branch = toBranchName(refs.integration)
  const text = `${branch} is rebuilt without commits that were added to it (${subjects.join(', ')}): they are on ${refs.kept(integrationName)}`
  emit({ kind: 'notice', text })
  return [await writeKeptUpdate(context, tip, 'the integration branch as found')]
}

async function writeKeptUpdate(
  { repository, run, store }: RunContext,
  commit: ObjectId,
  what: string,
): Promise<RefUpdate> {
  const ref = store.refs.kept(integrationName)
  const from = await store.resolve(ref)
  if (from === undefined) return { ref, from, to: commit }
  const commits = [commit, from] as const
  const message = `Kept: ${what}`
  return { ref, from, to: await writeKept(repository, { run, name: integrationName, commits, message }) }
}
