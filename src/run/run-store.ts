import * as z from 'zod'
import { type ObjectId, writeObject } from '../git/objects/objects.ts'
import { listRefs, type RefUpdate, requireRefUpdates, updateRefs } from '../git/refs/refs.ts'
import type { Repository } from '../git/repository/open-repository.ts'
import { isSharedPattern, tryPatternProblem } from '../model/names/branch-pattern.ts'
import type { TaskId } from '../model/plan.ts'
import { RefusedError } from '../model/refused-error.ts'
import { type Report, reportSchema } from '../model/report.ts'
import { type TaskResult, taskResultSchema } from '../model/task-result.ts'
import type { RunId } from './run-id.ts'
import { type RunRefs, toRunRefs, toStateRefs } from './run-refs.ts'
import { writeKept } from './write-kept.ts'

/** The wanted value of a ref; undefined: deleted. */
export type WantedRef = readonly [ref: string, to: ObjectId | undefined]

/** Reads and writes the state of one run. Every write is one transaction: all refs move, or none. */
export class RunStore {
  readonly run: RunId
  readonly refs: RunRefs
  /** The branch pattern; undefined: by the run. */
  readonly pattern: string | undefined
  private readonly repository: Repository

  /** @param pattern The branch pattern of the run's plan. */
  constructor(repository: Repository, run: RunId, pattern: string | undefined) {
    this.repository = repository
    this.run = run
    this.refs = toRunRefs(run, pattern)
    this.pattern = pattern
  }

  /** Whether other runs, and people, may have branches with the same names. */
  get hasSharedNames(): boolean {
    return isSharedPattern(this.pattern)
  }

  async readPlanText(): Promise<string | undefined> {
    const object = await this.repository.objects.read(this.refs.plan)
    return object?.content.toString('utf8')
  }

  readReport(): Promise<Report | undefined> {
    return this.readJson(this.refs.report, reportSchema)
  }

  readResult(task: TaskId): Promise<TaskResult | undefined> {
    return this.readJson(this.refs.result(task), taskResultSchema)
  }

  /** The results of all ended tasks. */
  async readResults(tasks: readonly TaskId[]): Promise<Map<TaskId, TaskResult>> {
    const results = await Promise.all(tasks.map(task => this.readResult(task)))
    return new Map(
      tasks.flatMap((task, index) => (results[index] === undefined ? [] : [[task, results[index]]])),
    )
  }

  /** The end of the log of a task (or the integration); undefined if none is stored. */
  readLog(name: TaskId): Promise<string | undefined> {
    return this.readText(this.refs.log(name))
  }

  /** The text of a blob; undefined if it is missing. */
  async readText(ref: string): Promise<string | undefined> {
    const object = await this.repository.objects.read(ref)
    return object?.type === 'blob' ? object.content.toString('utf8') : undefined
  }

  /**
   * Stores the result of a task together with its branch, its kept work, and the end of its log. A branch moves only with the
   * result; an old value that the previous result did not name is kept, too.
   */
  async saveResult(result: TaskResult, keep: ObjectId | undefined, log: string): Promise<void> {
    const { task, commit } = result
    // In the order of the schema, as other jobs write it, so that the same result is the same blob.
    const text = toJson(taskResultSchema.parse(result))
    const wanted: [string, ObjectId][] = [[this.refs.result(task), await this.writeText(text)]]
    const before = (await this.readResult(task))?.commit ?? null
    const moves = result.branch !== null && commit !== null && commit !== before
    const found = moves ? await this.resolve(this.refs.branch(task)) : undefined
    const isKnown = found === undefined || found === before || found === commit
    const kept = isKnown ? keep : await this.writeFound(task, found, keep)
    const ref = this.refs.branch(task)
    if (moves && !this.hasSharedNames) wanted.push([ref, commit])
    // Branches that others made in the meantime do not move.
    const pinned = moves && this.hasSharedNames ? [{ ref, from: found, to: commit }] : []
    if (kept !== undefined) wanted.push([this.refs.kept(task), kept])
    if (log !== '') wanted.push([this.refs.log(task), await this.writeText(log)])
    await this.pointRefs(wanted, pinned)
  }

  private async writeFound(task: TaskId, found: ObjectId, keep: ObjectId | undefined): Promise<ObjectId> {
    const others = [keep, await this.resolve(this.refs.kept(task))].filter(id => id !== undefined)
    const message = `Branch of task ${task} as found on resume`
    return writeKept(this.repository, { run: this.run, name: task, commits: [found, ...others], message })
  }

  async saveReport(report: Report): Promise<void> {
    await this.pointRefs([[this.refs.report, await this.writeJson(report)]])
  }

  /**
   * Moves refs of this run from any value. Only the holder of the run does this.
   *
   * @param pinned Moves in the same transaction with an expected value.
   */
  async pointRefs(wanted: readonly WantedRef[], pinned: readonly RefUpdate[] = []): Promise<void> {
    const ids = await Promise.all(wanted.map(([ref]) => this.resolve(ref)))
    const moved = await updateRefs(this.repository, [...pinned, ...toUpdates(wanted, ids)])
    if (moved.kind === 'updated') return
    // If a power failure left an object empty, only the ref itself shows its value.
    const refs = await listRefs(
      this.repository,
      wanted.map(([ref]) => ref),
    )
    const known = new Map(refs.map(({ name, id }) => [name, id]))
    const found = wanted.map(([ref]) => known.get(ref))
    await requireRefUpdates(this.repository, [...pinned, ...toUpdates(wanted, found)])
  }

  /** The base commit of the run. Refuses a run without one. */
  async requireBase(): Promise<ObjectId> {
    const base = await this.resolve(`${this.refs.base}^{commit}`)
    if (base === undefined) throw new RefusedError(`run ${this.run} has no base: it cannot be resumed`)
    return base
  }

  /** The value of a ref of this run. */
  async resolve(ref: string): Promise<ObjectId | undefined> {
    return (await this.repository.objects.readInfo(ref))?.id
  }

  writeJson(value: unknown): Promise<ObjectId> {
    return this.writeText(toJson(value))
  }

  writeText(text: string): Promise<ObjectId> {
    return writeObject(this.repository.store, 'blob', text)
  }

  /** The validated content of a blob; undefined if it is missing or invalid. */
  async readJson<S extends z.ZodType>(ref: string, schema: S): Promise<z.output<S> | undefined> {
    const object = await this.repository.objects.read(ref)
    if (object === undefined || object.type !== 'blob') return undefined
    return schema.safeParse(tryParseJson(object.content.toString('utf8'))).data
  }
}

const namesSchema = z.object({ branch: z.string().optional() })

/** The state of a run, with the branch names of its stored plan. */
export async function openStore(repository: Repository, run: RunId): Promise<RunStore> {
  const { plan } = toStateRefs(run)
  const { branch } = (await new RunStore(repository, run, undefined).readJson(plan, namesSchema)) ?? {}
  const isPattern = branch !== undefined && tryPatternProblem(branch) === undefined
  return new RunStore(repository, run, isPattern ? branch : undefined)
}

/** From the current values of refs to the wanted ones. */
function toUpdates(wanted: readonly WantedRef[], ids: readonly (ObjectId | undefined)[]): RefUpdate[] {
  const updates = wanted.map(([ref, to], index) => ({ ref, from: ids[index], to }))
  return updates.filter(({ from, to }) => from !== to)
}

/** The same value always gives the same text, and so the same blob. */
export function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

function tryParseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // the schema reports it
  }
}
