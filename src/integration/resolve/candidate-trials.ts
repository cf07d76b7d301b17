import { countItems } from '../../conflicts/text/count-items.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import { editTree } from '../../git/trees/tree-edit.ts'
import { applyFiles, type ConflictedMerge, type Resolving } from '../../merging/merge-conflict.ts'
import type { Task } from '../../model/plan.ts'
import { type Choice, listChoices } from './candidate-choices.ts'
import { type CandidateFile, type OpenFiles, tryOneSidedTexts, writeTexts } from './candidate-files.ts'
import type { CollidingTasks } from './side-reports.ts'
import type { TaskTests, TaskTestsVerdict } from './task-tests.ts'

interface TrialsFacts {
  /** For each file the tests' verdict on each candidate. */
  readonly verdicts: readonly (readonly (string | undefined)[])[]
  readonly runs: number
}

export type TrialsEnd = TrialsFacts &
  (
    | {
        readonly kind: 'chosen'
        readonly choice: Choice
        /** Passed tests; null if unknown. */
        readonly passed: number | null
        readonly isTouched: boolean
      }
    | { readonly kind: 'declined'; readonly reason: string }
  )

export interface TrialsRequest {
  readonly resolving: Resolving
  readonly merge: ConflictedMerge
  readonly open: OpenFiles
  readonly files: readonly CandidateFile[]
  readonly sides: CollidingTasks
  readonly tests: TaskTests
}

type Touch = 'touched' | 'not touched' | 'unknown'

/** The trials of one merge's candidates. A trial runs the tests of both sides; the plan limits their number. */
export class CandidateTrials {
  private readonly request: TrialsRequest
  private readonly most: number
  private readonly verdicts: (string | undefined)[][]
  private runs = 0

  constructor(request: TrialsRequest) {
    this.request = request
    this.most = request.resolving.context.plan.integration.candidates.most
    this.verdicts = request.files.map(() => [])
  }

  async run(): Promise<TrialsEnd> {
    const counts = this.request.files.map(({ candidates }) => candidates.length)
    // One run is reserved for checking whether the tests cover the lines at all.
    for (const choice of listChoices(counts, Math.max(1, this.most - 1))) {
      const verdict = await this.try(choice)
      if (verdict.kind === 'stopped') return this.decline('the run was stopped')
      if (verdict.kind === 'passed') return this.judge(choice, verdict.ran)
    }
    return this.decline(
      `candidates: the tests of ${this.toNames()} fail on every candidate tried (${this.toRuns()})`,
    )
  }

  /** Whether a passing candidate is good enough. */
  private async judge(choice: Choice, passed: number | null): Promise<TrialsEnd> {
    const { theirs, ours } = this.request.sides
    this.runs++
    const touches = [await this.findTouch('ours', [theirs]), await this.findTouch('theirs', ours)]
    const isTouched = touches.includes('touched')
    const { whenUnknown } = this.request.resolving.context.plan.integration.candidates
    if (!isTouched && touches.includes('not touched'))
      return this.decline(
        `candidates: the tests of ${this.toNames()} also pass without the change of one side, so they do not distinguish the candidates`,
      )
    if (!isTouched && whenUnknown === 'proof-only')
      return this.decline(
        `candidates: it is unknown whether a test of ${this.toNames()} covers these lines; "candidates: tests" would accept one anyway`,
      )
    const rival = await this.findRival(choice)
    if (rival !== undefined) return this.decline(rival)
    return { kind: 'chosen', choice, passed, isTouched, verdicts: this.verdicts, runs: this.runs }
  }

  /** Whether tests notice that the other side's change is dropped. */
  private async findTouch(side: 'ours' | 'theirs', tasks: readonly Task[]): Promise<Touch> {
    if (tasks.every(({ test }) => test === undefined)) return 'unknown'
    const { resolving, files, tests } = this.request
    const texts = await tryOneSidedTexts(files, side)
    if (texts === undefined) return 'unknown'
    const tree = await this.writeTree(await writeTexts(resolving, files, texts))
    const verdict = await tests.test(tree, tasks)
    if (verdict.kind === 'stopped') return 'unknown'
    return verdict.kind === 'failed' ? 'touched' : 'not touched'
  }

  /** Two different answers of equal trust that both pass: then the tests do not decide. */
  private async findRival(choice: Choice): Promise<string | undefined> {
    const rivals = this.request.files.map(({ candidates }, index) =>
      findMirror(candidates, choice[index] ?? 0),
    )
    if (rivals.every(rival => rival === undefined)) return undefined
    const kinds = 'the version of either side passes the tests of both'
    if (this.runs >= this.most) return `candidates: it is unknown whether ${kinds}: no test runs left`
    const verdict = await this.try(choice.map((place, index) => rivals[index] ?? place))
    return verdict.kind === 'failed'
      ? undefined
      : `candidates: ${kinds}, so they do not distinguish the candidates`
  }

  private async try(choice: Choice): Promise<TaskTestsVerdict> {
    const { resolving, files, sides, tests } = this.request
    const { emit } = resolving.context
    const startedAt = performance.now()
    emit({ kind: 'tests-started', what: this.toTitle(choice), run: ++this.runs })
    const texts = files.map(({ candidates }, index) => candidates[choice[index] ?? 0]?.text ?? '')
    const tree = await this.writeTree(await writeTexts(resolving, files, texts))
    const verdict = await tests.test(tree, [sides.theirs, ...sides.ours])
    const seconds = (performance.now() - startedAt) / 1000
    emit({ kind: 'tests-ended', passed: verdict.kind === 'passed', seconds })
    this.note(choice, verdict)
    return verdict
  }

  /** If several files were tried together, a failure says nothing about a single one. */
  private note(choice: Choice, verdict: TaskTestsVerdict): void {
    for (const [index, place] of choice.entries()) {
      const own = this.verdicts[index] as (string | undefined)[]
      if (verdict.kind === 'passed') own[place] = 'passed'
      if (verdict.kind === 'failed') own[place] ??= verdict.reason
    }
  }

  private async writeTree(entries: Awaited<ReturnType<typeof writeTexts>>): Promise<ObjectId> {
    const { resolving, merge, open } = this.request
    const { control } = resolving
    const solved = await applyFiles(control, merge.record.tree, open.files)
    const generated = open.generated.flatMap(({ path, ours }) =>
      ours === undefined ? [] : [[path, ours] as const],
    )
    return editTree(control.repository, solved, new Map([...generated, ...entries]))
  }

  private decline(reason: string): TrialsEnd {
    return { kind: 'declined', reason, verdicts: this.verdicts, runs: this.runs }
  }

  private toTitle(choice: Choice): string {
    const { files, merge } = this.request
    const parts = files.map(({ file, candidates }, index) => {
      const place = `${(choice[index] ?? 0) + 1} of ${candidates.length}`
      return `${place} for ${file.conflict.path}`
    })
    return `${merge.task} with candidate ${parts.join(', ')}`
  }

  private toNames(): string {
    const { theirs, ours } = this.request.sides
    return [...ours, theirs].flatMap(({ id, test }) => (test === undefined ? [] : [id])).join(' and ')
  }

  private toRuns(): string {
    return `${this.runs} run${this.runs === 1 ? '' : 's'}`
  }
}

const mirrors: Readonly<Record<string, string>> = {
  'ours with additions': 'theirs with additions',
  'theirs with additions': 'ours with additions',
}

/** The position of the candidate with the other side's version, if its lines differ. */
function findMirror(candidates: CandidateFile['candidates'], place: number): number | undefined {
  const own = candidates[place]
  const found = candidates.findIndex(({ kind }) => own !== undefined && kind === mirrors[own.kind])
  const other = candidates[found]
  if (own === undefined || other === undefined) return undefined
  return hasSameLines(own.text, other.text) ? undefined : found
}

function hasSameLines(a: string, b: string): boolean {
  const [left, right] = [a, b].map(text => countItems(text.split('\n')))
  if (left === undefined || right === undefined || left.size !== right.size) return false
  return [...left].every(([line, count]) => right.get(line) === count)
}
