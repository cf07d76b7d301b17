/** Two files that commits often change together. */
export interface CoChange {
  readonly files: readonly [string, string]
  /** Commits that changed both. */
  readonly commits: number
}

/** Commits that change more files than this say nothing about pairs. */
const mostFiles = 20
const fewestCommits = 3
/** Share of the commits of the less often changed file. */
const leastShare = 0.5

/**
 * Files that change together: in at least three commits, and in half of those that change the rarer one of them.
 *
 * @param commits The files that each commit changed.
 */
export function findCoChanges(commits: readonly (readonly string[])[]): CoChange[] {
  const changes = new Map<string, number>()
  const together = new Map<string, { files: [string, string]; commits: number }>()
  for (const files of commits.filter(({ length }) => length <= mostFiles)) {
    const sorted = [...new Set(files)].sort()
    for (const file of sorted) changes.set(file, (changes.get(file) ?? 0) + 1)
    for (const [index, a] of sorted.entries())
      for (const b of sorted.slice(index + 1)) {
        const pair = together.get(`${a}\0${b}`)
        if (pair === undefined) together.set(`${a}\0${b}`, { files: [a, b], commits: 1 })
        else pair.commits++
      }
  }
  const isOften = ({ files, commits: count }: CoChange) =>
    count >= fewestCommits && count >= leastShare * Math.min(...files.map(file => changes.get(file) ?? 0))
  return [...together.values()].filter(isOften).sort((a, b) => b.commits - a.commits)
}
