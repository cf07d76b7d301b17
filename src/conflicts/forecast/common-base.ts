import { groupBy } from './group-by.ts'

/** A commit's history beyond the base of a run, itself included. */
export type HistoryOf = (commit: string) => ReadonlySet<string>

/** A branch, or uncommitted work. */
export interface Line {
  readonly task: string
  /** The commit of the branch; for unfinished work its start. */
  readonly commit: string
  readonly isBranch: boolean
}

/** Lines with the same merge base. */
export interface ComparisonGroup {
  /** null: the base of the run. */
  readonly base: string | null
  /** Positions of the lines. */
  readonly members: readonly number[]
  readonly isCompared: (a: number, b: number) => boolean
}

/**
 * Which lines to compare, and their merge base. A pair is in at most one comparison: most pairs share only the base of the run, so
 * that only those that share more are inspected individually.
 */
export function toComparisons(lines: readonly Line[], historyOf: HistoryOf): ComparisonGroup[] {
  const related = new Map<string, string | undefined>()
  for (const [a, b] of findRelated(lines, historyOf)) {
    const base = toCommonBase(lines[a] as Line, lines[b] as Line, historyOf)
    related.set(`${a} ${b}`, base.kind === 'contained' ? undefined : base.commit)
  }
  const partners = groupBy(
    [...related.keys()].flatMap(pair => pair.split(' ')),
    Number,
  )
  const all = {
    base: null,
    members: [...lines.keys()].filter(line => (partners.get(line)?.length ?? 0) < lines.length - 1),
    isCompared: (a: number, b: number) => !related.has(`${a} ${b}`),
  }
  const pairs = [...related].filter(([, base]) => base !== undefined)
  const others = [...groupBy(pairs, ([, base]) => base as string)].map(([base, group]) => {
    const own = new Set(group.map(([pair]) => pair))
    const members = new Set([...own].flatMap(pair => pair.split(' ').map(Number)))
    return {
      base,
      members: [...members].sort((a, b) => a - b),
      isCompared: (a: number, b: number) => own.has(`${a} ${b}`),
    }
  })
  return [all, ...others]
}

/** The pairs, by position, that share a commit beyond the base of the run. */
function* findRelated(lines: readonly Line[], historyOf: HistoryOf): Iterable<[number, number]> {
  const holders = new Map<string, number[]>()
  for (const [b, { commit }] of lines.entries()) {
    const others = new Set([...historyOf(commit)].flatMap(id => holders.get(id) ?? []))
    for (const a of others) yield [a, b]
    for (const id of historyOf(commit)) holders.set(id, [...(holders.get(id) ?? []), b])
  }
}

type CommonBase = { readonly kind: 'contained' } | { readonly kind: 'commit'; readonly commit: string }

/**
 * The merge base of two lines that share commits:
 * 1. if one branch contains the other, there is nothing to merge;
 * 2. the commit that contains all shared commits;
 * 3. if there is none (both started from several branches, each from its own merge), the smallest commit of either that
 *    contains them all: git would merge the shared commits, as the author of that commit did.
 */
function toCommonBase(a: Line, b: Line, historyOf: HistoryOf): CommonBase {
  const [ofA, ofB] = [historyOf(a.commit), historyOf(b.commit)]
  if ((a.isBranch && ofB.has(a.commit)) || (b.isBranch && ofA.has(b.commit))) return { kind: 'contained' }
  const shared = [...ofA].filter(commit => ofB.has(commit))
  const newest = shared.find(commit => historyOf(commit).size === shared.length)
  return { kind: 'commit', commit: newest ?? findSmallest([...ofA, ...ofB], shared, historyOf) }
}

function findSmallest(
  candidates: readonly string[],
  shared: readonly string[],
  historyOf: HistoryOf,
): string {
  const containing = candidates.filter(candidate => shared.every(commit => historyOf(candidate).has(commit)))
  const bySize = (x: string, y: string) => historyOf(x).size - historyOf(y).size || (x < y ? -1 : 1)
  return containing.sort(bySize)[0] ?? (shared[0] as string)
}

/** For each line the tasks whose branches it contains. */
export function toContainedLines(lines: readonly Line[], historyOf: HistoryOf): Map<string, Set<string>> {
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
