import type { ObjectId } from '../git/objects/objects.ts'
import { listRefs } from '../git/refs/refs.ts'
import { openHarness } from '../git/repository/harness.ts'
import type { Repository } from '../git/repository/open-repository.ts'
import type { Plan } from '../model/plan.ts'
import type { EmitEvent } from '../model/run-event.ts'
import { keepOutOfStatus } from './keep-out-of-status.ts'
import type { RunContext } from './run-context.ts'
import type { RunId } from './run-id.ts'
import { withJournal } from './run-journal.ts'
import { notePlace, toRunPaths } from './run-paths.ts'
import { branchRefs } from './run-refs.ts'
import { RunStore } from './run-store.ts'

export interface ContextRequest {
  readonly repository: Repository
  readonly run: RunId
  readonly plan: Plan
  readonly target: string
  readonly base: ObjectId
  readonly start: ObjectId
  readonly maxParallel: number
  readonly failFast: boolean
  readonly signal: AbortSignal
  readonly emit: EmitEvent
}

/** Makes ready what a run works with on this machine. */
export async function openContext(request: ContextRequest): Promise<RunContext> {
  const { repository, run } = request
  const paths = toRunPaths(repository, run)
  await notePlace(paths)
  await keepOutOfStatus(repository)
  return {
    ...request,
    paths,
    emit: withJournal(paths.journal, request.emit),
    harness: await openHarness(repository, paths.harness),
    store: new RunStore(repository, run),
    visibleRefs: await readVisibleRefs(repository),
  }
}

/** Branches, remote branches and tags of the user, for agents to read. Those of runs are left out. */
async function readVisibleRefs(repository: Repository): Promise<string> {
  const refs = await listRefs(repository, ['refs/heads', 'refs/remotes', 'refs/tags'])
  return refs
    .filter(ref => !ref.name.startsWith(branchRefs) && !ref.name.endsWith('/HEAD'))
    .map(ref => `${ref.id} ${ref.name}`)
    .join('\n')
}
