import type { Trailer } from '../../git/objects/commits.ts'
import type { ResolvedFile } from '../../merging/merge-conflict.ts'
import type { Task } from '../../model/plan.ts'
import type { RunId } from '../../run/run-id.ts'
import { toCommitBody, toSubjectAndBody, toTaskName } from './commit-body.ts'
import { toTrailers } from './keep-work.ts'

export interface MergedBranch {
  readonly run: RunId
  readonly task: Pick<Task, 'id' | 'title'>
  /** What its agent reported. */
  readonly summary: string | null
  /** Files on which git stopped. */
  readonly resolved: readonly ResolvedFile[]
}

/** What the merge of a branch says, wherever it is made. */
export function toMergeMessage({ task, summary }: Pick<MergedBranch, 'task' | 'summary'>): string {
  return toSubjectAndBody(`Merge task ${toTaskName(task)}`, toCommitBody(summary))
}

export function toMergeTrailers({ run, task, resolved }: MergedBranch): Trailer[] {
  return [...toTrailers({ run }, task.id), ...resolved.map(toResolvedTrailer)]
}

/** `Resolved: src/a.ts (rule:keys; parses, nothing dropped)`. */
function toResolvedTrailer({ conflict, by, proof, choices }: ResolvedFile): Trailer {
  return ['Resolved', `${conflict.path} (${[by, proof, ...choices].join('; ')})`]
}
