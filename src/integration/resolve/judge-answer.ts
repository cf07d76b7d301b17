import { checkProof } from '../../conflicts/proof/check-proof.ts'
import { toContestedOverrides } from '../../conflicts/text/contested.ts'
import { readChanges } from '../../git/diff/tree-diff.ts'
import { type ObjectId, writeObject } from '../../git/objects/objects.ts'
import { takeSnapshot } from '../../git/worktree/snapshot.ts'
import type { Worktree } from '../../git/worktree/worktree.ts'
import type { ResolvedFile, Resolving } from '../../merging/merge-conflict.ts'
import { readChoices } from './agent-choices.ts'
import { type Question, toResolved } from './conflict-question.ts'

export interface ResolutionCheckout {
  readonly worktree: Worktree
  /** The checked-out commit. */
  readonly commit: ObjectId
  /** The file in which the agent lists its overrides. */
  readonly choicesFile: string
}

/** Proves that an agent's resolution drops nothing without naming it. `others` are files that it changed besides the conflicted ones. */
export async function judgeAnswer(
  { control, context }: Resolving,
  questions: readonly Question[],
  { worktree, commit, choicesFile }: ResolutionCheckout,
): Promise<{ problems: string[]; files: ResolvedFile[]; others: string[] }> {
  const { tree } = await takeSnapshot(control, worktree, {})
  const choices = readChoices(choicesFile)
  const problems: string[] = []
  const files: ResolvedFile[] = []
  for (const question of questions) {
    const { path } = question.conflict
    const blob = await control.repository.objects.read(`${tree}:${path}`)
    if (blob?.type !== 'blob') {
      problems.push(`${path}: it no longer exists`)
      continue
    }
    const own = toContestedOverrides(question.versions, choices.get(path) ?? [])
    const proof = await checkProof(question.versions, blob.content.toString('utf8'), own)
    if (proof.kind === 'refuted') problems.push(...proof.problems.map(problem => `${path}: ${problem}`))
    else {
      // It is stored, so it must be in the repository and not only in the temporary objects of the merge.
      const id = await writeObject(context.repository.store, 'blob', blob.content)
      files.push(toResolved(question, { mode: question.mode, id }, proof.checked, own))
    }
  }
  const asked = new Set(questions.map(({ conflict }) => conflict.path))
  const changes = await readChanges(control.repository, commit, tree)
  return { problems, files, others: changes.map(({ path }) => path).filter(path => !asked.has(path)) }
}
