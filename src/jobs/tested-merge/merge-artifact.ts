import type { ObjectId } from '../../git/objects/objects.ts'
import type { RunId } from '../../run/run-id.ts'

export interface MergeArtifact {
  readonly run: RunId
  /** The attempt of the workflow run, from 1. */
  readonly attempt: number
}

export const mergeFile = 'merge.json'

/** Of that file, by the process that tested. */
export const signatureFile = 'merge.signature'

/** The public key of that process, in the artifact by which its job begins. */
export const keyFile = 'merge.key'

/** Beside it, for people. */
export const reportFile = 'report.json'

/** The content of a resolution, relative to the top of the artifact. */
export function toResolvedFile(id: ObjectId): string {
  return `files/${id}`
}

/** The artifact name of the merge job. Ids contain no dots, so no handover has this name. */
export function toMergeArtifactName({ run, attempt }: MergeArtifact): string {
  return `parallel-agents-${run}-${attempt}-merge.result`
}

/** The merge of the latest attempt, up to the present one: "Re-run failed jobs" may repeat only later jobs. */
export function tryLatestMerge(
  names: readonly string[],
  { run, attempt }: MergeArtifact,
): MergeArtifact | undefined {
  const known = new Set(names)
  for (let at = attempt; at >= 1; at--)
    if (known.has(toMergeArtifactName({ run, attempt: at }))) return { run, attempt: at }
  return undefined
}
