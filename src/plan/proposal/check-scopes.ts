import { isCovered } from '../scope/glob-overlap.ts'
import { splitGlobs, toMatcher, tryGlobProblem } from '../scope/globs.ts'
import type { ProposedTask } from './proposal.ts'
import type { ProposalRules } from './proposal-rules.ts'

/** In a smaller repository, a scope of half of the files can be right. */
const fewFiles = 20
/** Paths that match only globs without a fixed folder or file. */
const anyPaths = ['q0q/q1q/q2q.q3q', 'q0q/q1q.ts', 'q0q.ts', 'Q0Q.md', '.q0q/q1q', '0/1.js', 'zz/z/z/z.py']

/** Problems of a scope that a model gave to a task. */
export function findScopeProblems(
  { id, files }: ProposedTask,
  { paths, reserved }: Pick<ProposalRules, 'paths' | 'reserved'>,
): string[] {
  const { included } = splitGlobs(files)
  if (included.length === 0) return [`task \`${id}\` needs \`files\`: the globs of all that it may change`]
  const valid = included.filter(glob => tryGlobProblem(glob) === undefined)
  const wide = valid.filter(glob => anyPaths.some(toMatcher([glob])))
  const opened = valid.filter(glob => isCovered(glob, reserved) || toMatcher(reserved)(glob))
  const share = wide.length > 0 ? 0 : toShare(files, paths)
  return [
    ...wide.map(glob => `task \`${id}\`: the scope \`${glob}\` means files anywhere: name folders or files`),
    ...opened.map(
      glob => `task \`${id}\`: the scope \`${glob}\` opens protected files, which only people may do`,
    ),
    ...(share > 0.5
      ? [
          `task \`${id}\`: its scope is ${Math.round(share * 100)} % of all files: name the folders or files that it changes`,
        ]
      : []),
  ]
}

function toShare(files: readonly string[], paths: readonly string[]): number {
  return paths.length < fewFiles ? 0 : paths.filter(toMatcher(files)).length / paths.length
}
