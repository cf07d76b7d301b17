import { join } from 'node:path'
import { checkProof } from '../../conflicts/proof/check-proof.ts'
import { toContestedOverrides } from '../../conflicts/text/contested.ts'
import type { FileConflict } from '../../conflicts/text/text-conflict.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import { readChoices } from '../../integration/resolve/agent-choices.ts'
import type { TaskId } from '../../model/plan.ts'
import type { TaskResult } from '../../model/task-result.ts'
import type { RunContext } from '../../run/run-context.ts'
import type { Refusal } from '../../tasks/gates/gate.ts'

export interface Rebase {
  readonly task: TaskId
  /** The conflicting result. */
  readonly before: TaskResult
  /** The landed commits, on which the work is redone. */
  readonly tip: ObjectId
  /** Conflicted files. */
  readonly paths: readonly string[]
}

/** The file in which the agent lists its overrides. */
export function toChoicesFile({ paths }: RunContext, task: TaskId): string {
  return join(paths.task(task).exchange, 'choices.jsonl')
}

/** Whether redone work dropped anything of either side in the conflicted files. */
export async function checkRebase(
  context: RunContext,
  { task, before, tip, paths }: Rebase,
  tree: ObjectId,
): Promise<Refusal | undefined> {
  const named = readChoices(toChoicesFile(context, task))
  const problems: string[] = []
  for (const path of paths) {
    const [base, ours, theirs, result] = await Promise.all(
      [before.base, tip, before.commit, tree].map(commit => readText(context, commit, path)),
    )
    if (ours === undefined || theirs === undefined) continue
    if (result === undefined) {
      problems.push(`${path}: it no longer exists`)
      continue
    }
    const conflict: FileConflict = { path, base, ours, theirs }
    const choices = toContestedOverrides({ path, base, ours, theirs }, named.get(path) ?? [])
    const proof = await checkProof(conflict, result, choices)
    if (proof.kind === 'refuted') problems.push(...proof.problems.map(problem => `${path}: ${problem}`))
  }
  if (problems.length === 0) return undefined
  const reason = `on top of what landed, content is lost: ${problems.slice(0, 3).join('; ')}`
  return { outcome: 'failed', reason, feedback: `Content is lost:\n${problems.join('\n')}`, undo: [] }
}

async function readText(
  { repository }: RunContext,
  commit: ObjectId | null,
  path: string,
): Promise<string | undefined> {
  const object = commit === null ? undefined : await repository.objects.read(`${commit}:${path}`)
  return object?.type === 'blob' ? object.content.toString('utf8') : undefined
}
