import { type ObjectId, writeObject } from '../../git/objects/objects.ts'
import { requireRefUpdates } from '../../git/refs/refs.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import { RefusedError } from '../../model/refused-error.ts'
import type { RunId } from '../../run/run-id.ts'
import { RunStore } from '../../run/run-store.ts'

export interface RunFacts {
  readonly run: RunId
  /** The plan as stored. */
  readonly text: string
  readonly base: ObjectId
}

/** Creates a run that another job has named. From the same facts, every job makes the same refs. Safe to repeat. */
export async function createRun(repository: Repository, { run, text, base }: RunFacts): Promise<void> {
  const store = new RunStore(repository, run, undefined)
  const plan = await writeObject(repository.store, 'blob', text)
  const wanted = [
    [store.refs.plan, plan, 'plan'],
    [store.refs.base, base, 'base'],
  ] as const
  for (const [ref, to, what] of wanted) {
    const from = await store.resolve(ref)
    if (from === to) continue
    if (from !== undefined)
      throw new RefusedError(
        `run ${run} already exists here with another ${what}: all its jobs need the same`,
      )
    await requireRefUpdates(repository, [{ ref, from, to }])
  }
}
