import type { Overlap } from '../scope/overlaps.ts'
import type { PlanFile } from './plan-file.ts'

/** What a user should know about a plan that is valid: keys without effect yet, overlaps that are not known. */
export function toNotices(file: PlanFile, overlaps: readonly Overlap[]): string[] {
  return [...toUnusedKeys(file), ...toUnscoped(file), ...toWarnings(file, overlaps)]
}

function toUnusedKeys(file: PlanFile): string[] {
  const tasks = Object.entries(file.tasks)
  const having = (key: 'issue' | 'review') =>
    tasks.filter(([, task]) => task[key] !== undefined).map(([id]) => id)
  const unused: [string, boolean, string][] = [
    ['budget', file.budget !== undefined, ''],
    ['review', having('review').length > 0, ` (tasks ${having('review').join(', ')})`],
    ['issue', having('issue').length > 0, ` (tasks ${having('issue').join(', ')})`],
  ]
  return unused.filter(([, given]) => given).map(([key, , where]) => `\`${key}\` has no effect yet${where}`)
}

function toUnscoped(file: PlanFile): string[] {
  const unscoped = Object.entries(file.tasks).filter(([, task]) => task.files === undefined)
  if (unscoped.length === 0 || Object.keys(file.tasks).length === 1) return []
  const names = unscoped.map(([id]) => id).join(', ')
  return [`without \`files:\` it is not known what ${names} may have in common with other tasks`]
}

function toWarnings(file: PlanFile, overlaps: readonly Overlap[]): string[] {
  if (file.overlap !== 'warn') return []
  return overlaps.map(({ earlier, later, path }) => `${earlier} and ${later} may both change ${path}`)
}
