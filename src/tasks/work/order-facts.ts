import { readChain } from '../../git/merge/chain.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import type { Containment } from '../../git/refs/containment.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import type { TaskId } from '../../model/plan.ts'
import type { TaskResult } from '../../model/task-result.ts'
import type { RunId } from '../../run/run-id.ts'

/** For each task the tasks whose branches are contained in its own. */
export function toContainedTasks(
  { within }: Containment,
  commits: ReadonlyMap<TaskId, ObjectId>,
  joined: ReadonlyMap<TaskId, ObjectId>,
): Map<TaskId, Set<TaskId>> {
  const entries = [...commits]
  return new Map(
    entries.map(([id]) => {
      const history = within.get(joined.get(id) ?? '')
      const inside = entries.filter(([other, commit]) => other !== id && history?.has(commit))
      return [id, new Set(inside.map(([other]) => other))]
    }),
  )
}

/** The tasks whose merges each task was started from, in merge order. */
export async function readStarts(
  repository: Repository,
  run: RunId,
  results: readonly TaskResult[],
): Promise<TaskId[][]> {
  const bases = [...new Set(results.flatMap(({ base }) => base ?? []))]
  const chains = await Promise.all(
    bases.map(async base =>
      (await repository.objects.readInfo(base))?.type === 'commit' ? readChain(repository, base, run) : [],
    ),
  )
  return chains.filter(chain => chain.length > 0).map(chain => chain.map(({ task }) => task).reverse())
}
