import { fillBranchPattern, resultName, tryPatternProblem } from '../../model/names/branch-pattern.ts'
import type { Outline } from '../graph/outline.ts'
import type { Problem } from '../yaml/problem.ts'

/** Finds invalid branch names, and names that two branches would share. */
export function checkBranchPattern({ branch, target, tasks }: Outline): Problem[] {
  if (branch === undefined) return []
  const problem = tryPatternProblem(branch)
  if (problem !== undefined) return [{ path: ['branch'], message: `\`${branch}\` ${problem}` }]
  return [
    ...tasks
      .filter(({ id }) => id === resultName)
      .map(({ id }) => ({
        path: ['tasks', id],
        message: `the task \`${id}\` would have the branch of the result (${fillBranchPattern(branch, '<run>', id)}): give it another id`,
      })),
    ...(target !== undefined && branch.startsWith(`${target}/`)
      ? [
          {
            path: ['branch'],
            message: `\`${branch}\`: git has no branches below \`${target}\`, which is one itself`,
          },
        ]
      : []),
  ]
}
