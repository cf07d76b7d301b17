import type { OutputText } from '../reading/output-text.ts'
import { type Findings, isSourceFile, type Reading, toReading } from '../reading/reading.ts'
import { isMochaHook } from './mocha-hooks.ts'
import { readTapLines, type TapEntry, type TapPoint } from './tap-lines.ts'

/** TAP 13 and 14 with subtests, indented (node:test, tape, tap) or in braces (Vitest). Ignored without a plan. */
export function readTap({ lines, toPath }: OutputText): Reading | undefined {
  const entries = readTapLines(lines)
  const planned = sumPlans(entries)
  if (planned === undefined) return undefined
  const points = entries.filter(isPoint)
  const reached = points.filter(point => point.depth === 0).length
  const leaves = toLeaves(entries)
  const failures = leaves.filter(leaf => !leaf.point.isOk && !leaf.point.isExcused)
  return toReading({
    runner: points.some(point => point.details.has('failureType')) ? 'node' : 'tap',
    failed: failures.filter(leaf => !isFile(leaf)).map(leaf => toFailed(leaf, toPath)),
    broken: failures.filter(isFile).map(leaf => toPath(leaf.point.title)),
    ran: leaves.filter(leaf => !leaf.point.isExcused).length,
    isDoubtful: reached > planned,
    hidesMore:
      reached < planned ||
      entries.some(entry => entry.kind === 'bail-out') ||
      failures.some(leaf => isMochaHook(leaf.point.title)),
  })
}

interface Leaf {
  readonly titles: readonly string[]
  readonly point: TapPoint
}

function isPoint(entry: TapEntry): entry is TapPoint {
  return entry.kind === 'point'
}

function sumPlans(entries: readonly TapEntry[]): number | undefined {
  const plans = entries.flatMap(entry => (entry.kind === 'plan' && entry.depth === 0 ? [entry.count] : []))
  return plans.length === 0 ? undefined : plans.reduce((sum, count) => sum + count, 0)
}

/** The points without subtests, and those that failed without a failed subtest. */
function toLeaves(entries: readonly TapEntry[]): Leaf[] {
  const tree = new TapTree()
  for (const entry of entries) {
    if (entry.kind === 'close') tree.close()
    else if (isPoint(entry)) tree.add(entry)
  }
  return tree.leaves()
}

/** Nests the points: a parent in braces precedes its subtests, any other follows them. */
class TapTree {
  /** Leaves without a parent yet, by depth. */
  private readonly waiting: Leaf[][] = [[]]
  private readonly open: TapPoint[] = []

  add(point: TapPoint): void {
    const depth = point.opens ? this.open.length : point.depth
    if (point.opens) this.open.push(point)
    else this.place({ ...point, depth })
  }

  close(): void {
    const parent = this.open.pop()
    if (parent !== undefined) this.place({ ...parent, depth: this.open.length })
  }

  leaves(): Leaf[] {
    while (this.open.length > 0) this.close() // the output was cut
    return this.waiting.flat()
  }

  private place(point: TapPoint): void {
    const below = this.waiting.splice(point.depth + 1).flat()
    while (this.waiting.length <= point.depth) this.waiting.push([])
    const level = this.waiting[point.depth] as Leaf[]
    for (const leaf of below) level.push({ ...leaf, titles: [point.title, ...leaf.titles] })
    const isExplained = below.some(leaf => !leaf.point.isOk && !leaf.point.isExcused)
    if (below.length === 0 || (!point.isOk && !isExplained)) level.push({ titles: [point.title], point })
  }
}

/** Runners of several files report one that did not load as a test without subtests. */
function isFile({ titles, point }: Leaf): boolean {
  return titles.length === 1 && isSourceFile(point.title)
}

function toFailed({ titles, point }: Leaf, toPath: OutputText['toPath']): Findings['failed'][number] {
  const [first = '', ...rest] = titles
  const place = point.details.get('location') ?? point.details.get('file')
  const isUnderFile = isSourceFile(first) && rest.length > 0
  const path = isUnderFile ? first : place?.replace(/(:\d+)+$/, '')
  const file = path === undefined ? null : toPath(path)
  const names = isUnderFile ? rest : titles
  return {
    id: [...(file === null ? [] : [file]), ...names].join(' › '),
    file,
    name: names.at(-1) as string,
    message: point.details.get('message') ?? point.details.get('error') ?? null,
  }
}
