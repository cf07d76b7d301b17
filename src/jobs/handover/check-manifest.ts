import type { ObjectId } from '../../git/objects/objects.ts'
import type { TaskId } from '../../model/plan.ts'
import type { TaskResult } from '../../model/task-result.ts'
import type { RunId } from '../../run/run-id.ts'
import { toBranchName, toStateRefs } from '../../run/run-refs.ts'
import type { Manifest } from './manifest.ts'

/** What a manifest must contain to be the expected one. */
export interface ExpectedHandover {
  readonly run: RunId
  readonly attempt: number
  readonly task: TaskId
  readonly plan: ObjectId
  readonly base: ObjectId
  /** The ref of its branch. */
  readonly branch: string
}

/** A mismatch between a manifest and the expectation, or inside it. Undefined: none. */
export function tryManifestProblem(manifest: Manifest, expected: ExpectedHandover): string | undefined {
  for (const key of ['run', 'attempt', 'task', 'plan', 'base'] as const) {
    if (manifest[key] !== expected[key])
      return `wrong ${key}: its manifest is for ${manifest[key]}, not for ${expected[key]}`
  }
  return tryResultProblem(manifest) ?? tryBranchProblem(manifest, expected.branch) ?? tryKeptProblem(manifest)
}

function tryResultProblem({ task, result }: Manifest): string | undefined {
  if (result.task !== task) return `wrong task: its result is that of ${result.task}`
  if (result.outcome === 'succeeded' && result.commit === null)
    return 'its manifest does not match: it succeeded without a branch'
  if (result.outcome !== 'succeeded' && result.commit !== null)
    return `its manifest does not match: it is ${result.outcome} and has a branch`
  if (result.messages.some(({ from }) => from !== task))
    return 'its manifest does not match: it holds messages of another task'
  return undefined
}

function tryBranchProblem({ result, branch }: Manifest, ref: string): string | undefined {
  const name = toBranchName(ref)
  const facts = [branch, result.branch, result.commit, result.filesChanged]
  const isWhole = facts.every(fact => fact !== null) && result.base !== null
  if (!isWhole && facts.some(fact => fact !== null))
    return 'its manifest does not match: it describes only half of a branch'
  if (result.branch !== null && result.branch !== name)
    return `wrong branch: its result is on ${result.branch}, not on ${name}`
  return undefined
}

function tryKeptProblem({ run, task, result, kept }: Manifest): string | undefined {
  const ref = kept === null ? null : toStateRefs(run).kept(task)
  return result.kept === ref ? undefined : `its manifest does not match: work is kept at ${result.kept}`
}

/** A missing prerequisite of the task's start. Undefined: all exist. */
export function tryNeedsProblem(
  { result }: Manifest,
  needs: readonly TaskId[],
  known: ReadonlyMap<TaskId, TaskResult>,
): string | undefined {
  if (result.commit === null) return undefined
  const missing = needs.find(id => {
    const need = known.get(id)
    return need === undefined || (need.commit === null && need.outcome !== 'no-changes')
  })
  return missing === undefined ? undefined : `it needs ${missing}, whose handover was not accepted`
}
