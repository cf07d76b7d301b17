/** Everything that a commit contains beyond the base of a run, itself included. */
export type HistoryOf = (commit: string) => ReadonlySet<string>

/** A branch, or work that is not a commit yet. */
export interface Line {
  readonly task: string
  /** The commit of the branch; for unfinished work the one that it started from. */
  readonly commit: string
  readonly isBranch: boolean
}

/** Lines that are compared because merging them counts from the same commit. */
export interface Comparison {
  /** null: the base of the run. */
  readonly base: string | null
  /** Positions of the lines. */
  readonly members: readonly number[]
  readonly isCompared: (a: number, b: number) => boolean
}

/** Which lines to compare, and from where on. A pair is in one comparison at most. */
export function toComparisons(lines: readonly Line[], historyOf: HistoryOf): Comparison[] {
  const groups = new Map<string | null, { members: Set<number>; pairs: Set<string> }>()
  for (const [b, later] of lines.entries()) {
    for (const [a, earlier] of lines.slice(0, b).entries()) {
      const base = toCommonBase(earlier, later, historyOf)
      if (base.kind === 'contained') continue
      const group = groups.get(base.commit) ?? { members: new Set(), pairs: new Set() }
      groups.set(base.commit, group)
      group.members.add(a).add(b)
      group.pairs.add(`${a} ${b}`)
    }
  }
  return [...groups].map(([base, { members, pairs }]) => ({
    base,
    members: [...members].sort((a, b) => a - b),
    isCompared: (a, b) => pairs.has(`${a} ${b}`),
  }))
}

type CommonBase = { readonly kind: 'contained' } | { readonly kind: 'commit'; readonly commit: string | null }

/**
 * The merge base of two lines:
 * 1. where one is a branch that the other contains, there is nothing to merge;
 * 2. where they share nothing beyond the base of the run, that base (null);
 * 3. the commit that contains all they share;
 * 4. where there is none (both started from several branches, each from a merge of its own), the smallest commit of either that
 *    contains it all: git would merge what they share, and so did the one who made that commit.
 */
export function toCommonBase(a: Omit<Line, 'task'>, b: Omit<Line, 'task'>, historyOf: HistoryOf): CommonBase {
  const [ofA, ofB] = [historyOf(a.commit), historyOf(b.commit)]
  if ((a.isBranch && ofB.has(a.commit)) || (b.isBranch && ofA.has(b.commit))) return { kind: 'contained' }
  const shared = [...ofA].filter(commit => ofB.has(commit))
  if (shared.length === 0) return { kind: 'commit', commit: null }
  const newest = shared.find(commit => historyOf(commit).size === shared.length)
  return { kind: 'commit', commit: newest ?? findSmallest([...ofA, ...ofB], shared, historyOf) }
}

function findSmallest(
  candidates: readonly string[],
  shared: readonly string[],
  historyOf: HistoryOf,
): string | null {
  const containing = candidates.filter(candidate => shared.every(commit => historyOf(candidate).has(commit)))
  const bySize = (x: string, y: string) => historyOf(x).size - historyOf(y).size || (x < y ? -1 : 1)
  return containing.sort(bySize)[0] ?? null
}

/** For each line the tasks whose branches it contains. */
export function toContained(lines: readonly Line[], historyOf: HistoryOf): Map<string, Set<string>> {
  const branches = lines.filter(line => line.isBranch)
  return new Map(
    lines.map(line => {
      const history = historyOf(line.commit)
      const isSame = (other: Line) => line.isBranch && other.commit === line.commit
      const inside = branches.filter(other => history.has(other.commit) && !isSame(other))
      return [line.task, new Set(inside.map(({ task }) => task))]
    }),
  )
}
