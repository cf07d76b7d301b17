import { readFilters } from '../../git/attributes/file-filters.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import { findMissingFilters } from '../../git/repository/filter-settings.ts'
import { deletedMode } from '../../model/file-modes.ts'
import { listSome } from '../../model/names/list-some.ts'
import type { KeepingContext } from '../../run/run-context.ts'
import type { GatedChange, Refusal } from './gate.ts'

/** Refuses files that require a filter (Git LFS, …) whose program is missing: they would be committed unfiltered. */
export async function checkFilters(
  { control }: Pick<KeepingContext, 'control'>,
  { tree, changes }: { readonly tree: ObjectId; readonly changes: readonly GatedChange[] },
): Promise<Refusal | undefined> {
  const missing = findMissingFilters(control.repository)
  if (missing.length === 0) return undefined
  const before = new Set(changes.map(({ oldId }) => oldId)) // a moved file keeps its content
  const written = changes.filter(({ newMode, newId }) => newMode !== deletedMode && !before.has(newId))
  const filters = await readFilters(
    control,
    tree,
    written.map(({ path }) => path),
  )
  const filter = missing.find(({ name }) => [...filters.values()].includes(name))
  if (filter === undefined) return undefined
  const paths = [...filters].filter(([, name]) => name === filter.name).map(([path]) => path)
  const why = `must go through the filter ${filter.name}, and ${filter.program} is not installed`
  return {
    outcome: 'failed',
    reason: `${listSome(paths)} ${why}`,
    feedback: `You changed files that cannot be committed on this machine: ${paths.join(', ')} ${why}. Those changes have been reverted.`,
    undo: paths,
  }
}
