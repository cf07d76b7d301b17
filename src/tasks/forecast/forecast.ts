import {
  type ComparisonGroup,
  type Line,
  toComparisons,
  toContainedLines,
} from '../../conflicts/forecast/common-base.ts'
import { forecastConflicts, withoutInherited } from '../../conflicts/forecast/forecast.ts'
import { toSharedPaths } from '../../conflicts/forecast/shared-paths.ts'
import type { MergeWay } from '../../conflicts/forecast/side.ts'
import { readAttributes } from '../../git/attributes/attributes.ts'
import { readMergeAttributes } from '../../git/attributes/merge-attributes.ts'
import type { TreePair } from '../../git/diff/file-changes.ts'
import { FileChangesReader } from '../../git/diff/file-changes-reader.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import { readParents, toHistory } from '../../git/refs/ancestry.ts'
import { requireTree } from '../../git/trees/commit-tree.ts'
import type { FileChange } from '../../model/file-change.ts'
import { type ForecastConflict, toConflictKey } from '../../model/forecast-conflict.ts'
import { remember } from '../../plan/graph/remember.ts'
import type { RunContext } from '../../run/run-context.ts'
import { readMovedFolders } from './moved-folders.ts'

/** The branch of a task, or the worktree of an unfinished one. */
export interface ForecastLine extends Line {
  readonly tree: ObjectId
  /** Whether a change is not the task's: `setup` made it in the worktree. */
  readonly isForeign: (change: FileChange) => boolean
}

/** The part of a run's context that a forecast needs. */
export type ForecastContext = Pick<RunContext, 'control' | 'repository' | 'base'>

/** Blob ids of a file: base (undefined if both added it), ours, theirs. */
export type Blobs = readonly [base: ObjectId | undefined, ours: ObjectId, theirs: ObjectId]

/** The members of a comparison with their changes. */
interface Compared extends ComparisonGroup {
  readonly sides: readonly (ForecastLine & { readonly changes: readonly FileChange[] })[]
}

/** Predicts which branches would conflict. Unchanged pairs are not compared again. */
export class Forecast {
  private readonly context: ForecastContext
  private readonly reader: FileChangesReader
  private attributes: Promise<string> | undefined
  private lastPairs: readonly TreePair[] = []
  private blobs = new Map<string, Blobs>()

  constructor(context: ForecastContext) {
    this.context = context
    this.reader = new FileChangesReader(context.control)
  }

  /** The contents to merge; undefined if the conflict is not about contents. */
  blobsOf({ tasks: [a, b], path }: Pick<ForecastConflict, 'tasks' | 'path'>): Blobs | undefined {
    const found = this.blobs.get(toConflictKey({ tasks: [a, b], path }))
    if (found !== undefined) return found
    const [base, ours, theirs] = this.blobs.get(toConflictKey({ tasks: [b, a], path })) ?? []
    return ours === undefined || theirs === undefined ? undefined : [base, theirs, ours]
  }

  /** @param lines In the order in which the tasks of a pair are named. */
  async read(lines: readonly ForecastLine[]): Promise<ForecastConflict[]> {
    if (lines.length < 2) return []
    const { control, base } = this.context
    const commits = [...new Set(lines.map(({ commit }) => commit))]
    this.attributes ??= readAttributes(control, base)
    const [parents] = await Promise.all([
      readParents(control, base, commits),
      this.readFromBase(lines),
      this.attributes,
    ])
    const historyOf = remember((commit: ObjectId) => toHistory(commit, parents), new Map())
    const compared = await this.readChanges(toComparisons(lines, historyOf), lines)
    const conflicts = await this.compare(compared)
    return withoutInherited(toOrdered(conflicts, lines), toContainedLines(lines, historyOf))
  }

  /** Begins with what most comparisons need. */
  private async readFromBase(lines: readonly ForecastLine[]): Promise<void> {
    const from = await requireTree(this.context.repository, this.context.base)
    const pairs = lines.map(({ tree }) => ({ from, to: tree }))
    this.reader.keepOnly([...pairs, ...this.lastPairs])
    await this.reader.read(pairs)
  }

  /** The changes of all comparisons' members. */
  private async readChanges(
    comparisons: readonly ComparisonGroup[],
    lines: readonly ForecastLine[],
  ): Promise<Compared[]> {
    const membersOf = ({ members }: ComparisonGroup) => members.map(member => lines[member] as ForecastLine)
    const { repository, base: runBase } = this.context
    const bases = await Promise.all(comparisons.map(({ base }) => requireTree(repository, base ?? runBase)))
    const pairs = comparisons.flatMap((comparison, index) =>
      membersOf(comparison).map(({ tree }) => ({ from: bases[index] as ObjectId, to: tree })),
    )
    this.lastPairs = pairs
    const answers = [...(await this.reader.read(pairs))]
    return comparisons.map(comparison => {
      const own = answers.splice(0, comparison.members.length)
      const sides = membersOf(comparison).map((line, index) => ({
        ...line,
        changes: (own[index] ?? []).filter(change => !line.isForeign(change)),
      }))
      return { ...comparison, sides }
    })
  }

  private async compare(compared: readonly Compared[]): Promise<ForecastConflict[]> {
    const moved = await readMovedFolders(
      this.context.control,
      compared.flatMap(({ sides }) => sides),
    )
    const toMergeWay = await this.readMergeWays(compared)
    this.blobs = new Map()
    return compared.flatMap(({ sides, members, isCompared }) => {
      const movedOf = moved.splice(0, sides.length)
      const conflicts = forecastConflicts({
        sides: sides.map((side, index) => ({ ...side, movedFolders: movedOf[index] ?? new Set() })),
        toMergeWay,
        isCompared: (a, b) => isCompared(members[a] as number, members[b] as number),
      })
      this.noteBlobs(conflicts, sides)
      return conflicts
    })
  }

  private noteBlobs(conflicts: readonly ForecastConflict[], sides: Compared['sides']): void {
    for (const { tasks, path, why } of conflicts) {
      if (why !== 'same lines' && why !== 'add/add') continue
      const [ours, theirs] = tasks.map(task =>
        sides.find(side => side.task === task)?.changes.find(change => change.path === path),
      )
      if (ours === undefined || theirs === undefined) continue
      const base = ours.kind === 'added' ? undefined : ours.oldId
      this.blobs.set(toConflictKey({ tasks, path }), [base, ours.newId, theirs.newId])
    }
  }

  private async readMergeWays(compared: readonly Compared[]): Promise<(path: string) => MergeWay> {
    const { control } = this.context
    const paths = compared.flatMap(({ sides }) => toSharedPaths(sides.map(({ changes }) => changes)))
    const attributes = await readMergeAttributes(control, (await this.attributes) ?? '', [...new Set(paths)])
    return path => mergeWays[attributes.get(path) ?? ''] ?? 'lines'
  }
}

/** Attribute values of git. Custom merge drivers are not run: such files are merged by lines. */
const mergeWays: Readonly<Record<string, MergeWay>> = { union: 'union', unset: 'none', binary: 'none' }

function toOrdered(conflicts: readonly ForecastConflict[], lines: readonly Line[]): ForecastConflict[] {
  const positions = new Map(lines.map(({ task }, position) => [task, position]))
  const position = (id: string) => positions.get(id) ?? 0
  return conflicts.toSorted(
    ({ tasks: x }, { tasks: y }) => position(x[0]) - position(y[0]) || position(x[1]) - position(y[1]),
  )
}
