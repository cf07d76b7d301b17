import type { TaskId } from '../plan.ts'

/** The name of the result in a pattern, in place of a task. */
export const resultName = 'integration'

const places = ['{task}', '{run}']

/** Why a pattern cannot name branches; undefined: it can. */
export function tryPatternProblem(pattern: string): string | undefined {
  if (!pattern.includes('{task}'))
    return 'must contain {task}, so that each task has a branch of its own: write for example feature/{task}'
  const unknown = pattern.match(/\{[^}]*\}?/g)?.find(place => !places.includes(place))
  if (unknown !== undefined) return `has ${unknown}: only {task} and {run} are replaced`
  if (pattern.length > 150) return 'is longer than 150 characters'
  if (/^refs\//.test(pattern)) return 'must be a branch name without `refs/heads/`'
  return isRefName(fillBranchPattern(pattern, 'run', 'task')) ? undefined : 'is not a valid branch name'
}

/** The rules of `git check-ref-format --branch`, for names in ASCII without control characters. */
function isRefName(name: string): boolean {
  if (!/^[!-~]+$/.test(name) || /[~^:?*[\\}]|\.\.|@\{|^-|\.$/.test(name) || name === '@') return false
  return name.split('/').every(part => part !== '' && !part.startsWith('.') && !part.endsWith('.lock'))
}

export function fillBranchPattern(pattern: string, run: string, task: TaskId): string {
  return pattern.replaceAll('{run}', run).replaceAll('{task}', task)
}

/** Whether branches of other runs or people can have the same names. */
export function isSharedPattern(pattern: string | undefined): boolean {
  return pattern !== undefined && !pattern.includes('{run}')
}
