import { join } from 'node:path'
import { checkProof } from '../../conflicts/proof/check-proof.ts'
import { tryReadPlainFile } from '../../files/plain-file.ts'
import { writeObject } from '../../git/objects/objects.ts'
import { tryReadVersions } from '../../merging/merge-conflict.ts'
import type { StoredResolution } from '../../merging/resolution-cache.ts'
import type { RunContext } from '../../run/run-context.ts'
import type { HandFile } from './marked-merge.ts'

/** A person's version of a file, if it is complete and drops nothing that must stay. */
export async function readHandAnswer(
  context: RunContext,
  name: string,
  conflict: HandFile,
  because: string | undefined,
): Promise<StoredResolution | AnswerProblem> {
  const path = join(context.paths.worktree(name), conflict.path)
  const content = tryReadPlainFile(path)
  if (content === undefined) return { text: 'it no longer exists', isLoss: false }
  const { mode, path: file, base, ours, theirs } = conflict
  const versions = await tryReadVersions(context.control, {
    path: file,
    ...(base && { base }),
    ours,
    theirs,
  })
  const proof = versions && (await checkProof(versions, content.toString('utf8'), []))
  const lost = proof?.kind === 'refuted' ? proof.problems : []
  const marker = lost.find(problem => problem.includes('conflict marker'))
  if (marker !== undefined) return { text: marker, isLoss: false }
  if (lost.length > 0 && because === undefined) return { text: lost.join('; '), isLoss: true }
  return {
    path: file,
    base: base?.id ?? null,
    ours: ours.id,
    theirs: theirs.id,
    result: {
      mode: mode as '100644' | '100755',
      id: await writeObject(context.repository.store, 'blob', content),
    },
    by: 'person',
    proof: proof?.kind === 'proven' ? proof.checked : 'resolved by hand',
    choices: lost.length === 0 ? [] : [`${because}: ${lost.join('; ')}`],
  }
}

/** Why a resolution is not accepted. */
export interface AnswerProblem {
  readonly text: string
  /** Something is dropped, possibly on purpose. */
  readonly isLoss: boolean
}

export function toAnswerProblemText(problems: readonly AnswerProblem[]): string {
  const lines = problems.map(({ text }) => text)
  return problems.every(({ isLoss }) => isLoss)
    ? [...lines, 'If that is intended, say why: parallel-agents merge --continue --because "<reason>"'].join(
        '\n',
      )
    : lines.join('\n')
}
