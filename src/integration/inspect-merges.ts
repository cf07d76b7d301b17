import { readChanges } from '../git/diff/tree-diff.ts'
import type { ObjectId } from '../git/objects/objects.ts'
import type { Change } from '../model/change.ts'
import type { TaskId } from '../model/plan.ts'
import type { TaskResult } from '../model/task-result.ts'
import { toMatcher } from '../plan/scope/globs.ts'
import type { RunContext } from '../run/run-context.ts'
import type { Merged } from './chain/merge-step.ts'
import type { ChainSite } from './chain/with-chain.ts'
import { inspectFiles } from './inspect-files.ts'
import type { InspectedMerge } from './inspected-merge.ts'
import { groupByStem, MentionedModules } from './mentioned-modules.ts'

/** A suspicious clean merge. */
export interface MergeWarning {
  /** The task whose merge causes it. */
  readonly task: TaskId
  readonly text: string
}

interface Subject extends Merged {
  readonly result: TaskResult
  /** The tree before its merge. */
  readonly before: string
  /** The changes of its branch against its start. */
  readonly changes: readonly Change[]
  readonly paths: ReadonlySet<string>
}

/** Inspects a merge chain for problems without conflicts: duplicates, missing parts, changed contracts. */
export async function inspectMerges(
  context: RunContext,
  site: ChainSite,
  chain: readonly Merged[],
  results: ReadonlyMap<TaskId, TaskResult>,
): Promise<MergeWarning[]> {
  const subjects = await readSubjects(context, site, chain, results)
  const [doubts, stale] = await Promise.all([
    inspectFiles(site.control.repository, subjects.map(toInspected)),
    findStaleContracts(context, site, subjects),
  ])
  return [...doubts, ...stale]
}

async function readSubjects(
  { repository }: RunContext,
  site: ChainSite,
  chain: readonly Merged[],
  results: ReadonlyMap<TaskId, TaskResult>,
): Promise<Subject[]> {
  const subjects = await Promise.all(
    chain.map(async (merged, index): Promise<Subject | undefined> => {
      const result = results.get(merged.task)
      if (result?.commit == null || result.base === null) return undefined
      const changes = await readChanges(repository, result.base, result.commit)
      const before = chain[index - 1]?.tree ?? site.start.tree
      return { ...merged, result, before, changes, paths: new Set(changes.map(change => change.path)) }
    }),
  )
  return subjects.filter(subject => subject !== undefined)
}

function toInspected({ task, tree, before, result, changes, resolved }: Subject): InspectedMerge {
  return {
    task,
    tree,
    before,
    changes,
    base: result.base as string,
    commit: result.commit as string,
    resolved: new Set(resolved.map(({ conflict }) => conflict.path)),
  }
}

/**
 * Contract files that changed after a task was started from them: those that its prerequisites changed, and those in the plan that its
 * files mention, if another task changed them.
 */
async function findStaleContracts(
  { plan }: RunContext,
  site: ChainSite,
  subjects: readonly Subject[],
): Promise<MergeWarning[]> {
  const tip = subjects.at(-1)
  if (tip === undefined) return []
  const { repository } = site.control
  const isNamed = toMatcher(plan.integration.contracts)
  const mentioned = new MentionedModules(
    repository,
    subjects.flatMap(({ paths }) => [...paths]),
  )
  const warnings = subjects.map(async ({ task, result, paths }) => {
    const { needs = [] } = plan.tasks.find(({ id }) => id === task) ?? {}
    if (needs.length === 0 && plan.integration.contracts.length === 0) return []
    const inherited = new Set(
      subjects.filter(other => needs.includes(other.task)).flatMap(other => [...other.paths]),
    )
    const changes = await readChanges(repository, result.base as string, tip.tree)
    const others = changes.map(({ path }) => path).filter(path => !paths.has(path))
    const named = others.filter(path => isNamed(path) && !inherited.has(path))
    const used = await listMentioned(mentioned, result.commit as string, [...paths], named)
    return others
      .filter(path => inherited.has(path) || used.has(path))
      .flatMap(path => {
        const authors = subjects.filter(
          other => other.task !== task && !needs.includes(other.task) && other.paths.has(path),
        )
        if (authors.length === 0) return []
        const by = authors.map(other => other.task).join(', ')
        return [{ task, text: `${task} was written against an older ${path}: ${by} changed it` }]
      })
  })
  return (await Promise.all(warnings)).flat()
}

/** The modules that any of a commit's files mentions. */
async function listMentioned(
  mentioned: MentionedModules,
  commit: ObjectId,
  files: readonly string[],
  modules: readonly string[],
): Promise<ReadonlySet<string>> {
  if (modules.length === 0) return new Set()
  const byStem = groupByStem(modules)
  const lists = await Promise.all(files.map(file => mentioned.list(commit, file, byStem)))
  return new Set(lists.flat())
}
