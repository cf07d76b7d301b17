import { checkProof } from '../../conflicts/proof/check-proof.ts'
import { toContestedChoices } from '../../conflicts/text/contested.ts'
import { writeObject } from '../../git/objects/objects.ts'
import { takeSnapshot } from '../../git/worktree/snapshot.ts'
import type { Worktree } from '../../git/worktree/worktree.ts'
import type { ResolvedFile, Resolving } from '../../merging/merge-conflict.ts'
import { readChoices } from './agent-choices.ts'
import { type Question, toResolved } from './conflict-question.ts'

export interface AnswerPlace {
  readonly worktree: Worktree
  /** Where the agent names what it decided against a side. */
  readonly choicesFile: string
}

/** Proves that an agent's resolution drops nothing but what it named. */
export async function judgeAnswer(
  { harness, context }: Resolving,
  questions: readonly Question[],
  { worktree, choicesFile }: AnswerPlace,
): Promise<{ problems: string[]; files: ResolvedFile[] }> {
  const { tree } = await takeSnapshot(harness, worktree, {})
  const choices = readChoices(choicesFile)
  const problems: string[] = []
  const files: ResolvedFile[] = []
  for (const question of questions) {
    const { path } = question.conflict
    const blob = await harness.repository.objects.read(`${tree}:${path}`)
    if (blob?.type !== 'blob') {
      problems.push(`${path}: it is not there any more`)
      continue
    }
    const own = toContestedChoices(question.versions, choices.get(path) ?? [])
    const proof = await checkProof(question.versions, blob.content.toString('utf8'), own)
    if (proof.kind === 'refuted') problems.push(...proof.problems.map(problem => `${path}: ${problem}`))
    else {
      // It is remembered, so it must be in the repository and not only where merges are tried.
      const id = await writeObject(context.repository.store, 'blob', blob.content)
      files.push(toResolved(question, { mode: question.mode, id }, proof.checked, own))
    }
  }
  return { problems, files }
}
