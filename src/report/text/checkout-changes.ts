import type { TaskId } from '../../model/plan.ts'
import type { Report } from '../../model/report.ts'
import { toNames } from './integration-lines.ts'
import { toPlainLine } from './text.ts'

/** `wrong-place.txt has appeared or changed in your checkout while a ran`. */
export function toCheckoutChangesText(paths: readonly string[], tasks: readonly TaskId[]): string {
  const has = paths.length === 1 ? 'has' : 'have'
  return toPlainLine(
    `${toNames(paths)} ${has} appeared or changed in your checkout while ${toNames(tasks)} ran`,
  )
}

/** Changes in the user's checkout, one line for all paths of the same tasks. */
export function toCheckoutLines({ tasks }: Report): string[] {
  const tasksOf = new Map<string, TaskId[]>()
  for (const [id, { checkoutChanges }] of Object.entries(tasks)) {
    for (const path of checkoutChanges) tasksOf.set(path, [...(tasksOf.get(path) ?? []), id])
  }
  const pathsOf = new Map<string, string[]>()
  for (const [path, ids] of tasksOf) {
    const key = ids.join(' ')
    pathsOf.set(key, [...(pathsOf.get(key) ?? []), path])
  }
  return [...pathsOf].map(([key, paths]) => toCheckoutChangesText(paths, key.split(' ')))
}
