import type { Task } from '../../model/plan.ts'
import { toLevels } from '../graph/graph.ts'
import { toMakespan } from '../graph/list-schedule.ts'
import { toEstimates } from '../graph/weights.ts'
import { splitGlobs } from '../scope/globs.ts'

/** Minimum share of saved time that justifies the conflicts and cost of parallel agents. */
const smallGain = 0.1
const fewFiles = 2

/** Advice against parallel agents for a plan, with the reason; undefined if they pay off. */
export function tryAdvice(tasks: readonly Task[]): string | undefined {
  if (tasks.length === 1) return 'this plan has one task: one agent is all it needs'
  if (toLevels(tasks).every(level => level.length === 1)) {
    return 'this plan is a chain: a single agent is as fast'
  }
  const files = tryLiteralFiles(tasks)
  if (files !== undefined && files.size <= fewFiles) {
    const names = [...files].join(' and ')
    return `all tasks change only ${names}: a single agent avoids conflicts`
  }
  const estimates = toEstimates(tasks)
  const alone = toMakespan(tasks, estimates, 1)
  const together = toMakespan(tasks, estimates, Number.POSITIVE_INFINITY)
  if (together > alone * (1 - smallGain)) {
    const percent = Math.round((1 - together / alone) * 100)
    return `most of this plan is a chain: parallel agents save only ${percent} % of the time`
  }
  return undefined
}

/** All files that the scopes name; undefined if a scope holds a glob. */
function tryLiteralFiles(tasks: readonly Task[]): Set<string> | undefined {
  const globs = tasks.flatMap(task => (task.files === undefined ? ['**'] : splitGlobs(task.files).included))
  return globs.some(glob => /[*?[{(]/.test(glob)) ? undefined : new Set(globs)
}
