import type { Task } from '../../model/plan.ts'
import { toLevels } from '../graph/graph.ts'
import { toMakespan } from '../graph/list-schedule.ts'
import { toEstimates } from '../graph/weights.ts'
import { splitGlobs } from '../scope/globs.ts'

/** Less than this part of the time must be won, or parallel agents are not worth their conflicts and costs. */
const smallGain = 0.1
const fewFiles = 2

/** Says so when parallel agents do not pay for a plan, and why; undefined when they do. */
export function tryAdvice(tasks: readonly Task[]): string | undefined {
  if (tasks.length === 1) return 'this plan has one task: one agent is all it needs'
  if (toLevels(tasks).every(level => level.length === 1)) {
    return 'this plan is a chain: one agent in sequence does it as fast'
  }
  const files = tryLiteralFiles(tasks)
  if (files !== undefined && files.size <= fewFiles) {
    const names = [...files].join(' and ')
    return `all tasks change only ${names}: one agent in sequence does it without conflicts`
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

/** All files that the scopes name, if they name nothing else. */
function tryLiteralFiles(tasks: readonly Task[]): Set<string> | undefined {
  const globs = tasks.flatMap(task => (task.files === undefined ? ['**'] : splitGlobs(task.files).included))
  return globs.some(glob => /[*?[{(]/.test(glob)) ? undefined : new Set(globs)
}
