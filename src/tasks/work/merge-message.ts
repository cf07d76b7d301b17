import type { Trailer } from '../../git/objects/commits.ts'
import type { ResolvedFile } from '../../merging/merge-conflict.ts'
import type { Task } from '../../model/plan.ts'
import type { RunId } from '../../run/run-id.ts'
import { toCommitBody, toSubjectAndBody, toTaskName } from './commit-body.ts'
import { toTrailers } from './keep-work.ts'

export interface MergedBranch {
  readonly run: RunId
  readonly task: Pick<Task, 'id' | 'title'>
  /** The agent's summary. */
  readonly summary: string | null
  /** Conflicted files. */
  readonly resolved: readonly ResolvedFile[]
}

/** The message of a branch's merge, the same everywhere. */
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
