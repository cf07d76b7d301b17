import { findMarker } from '../../conflicts/proof/markers.ts'
import { writeObject } from '../../git/objects/objects.ts'
import type { MovedFile } from '../../merging/merge-conflict.ts'
import type { StoredResolution } from '../../merging/resolution-cache.ts'
import type { Change } from '../../model/change.ts'
import type { RunContext } from '../../run/run-context.ts'
import type { AnswerProblem } from './hand-answer.ts'

export interface OtherChanges {
  /** Changes of a person to paths without conflicts. */
  readonly others: readonly Change[]
  /** The paths in the index. */
  readonly staged: ReadonlySet<string>
}

/**
 * New files that a person added for conflicted ones that were deleted: each side renamed a file, and the person chose a third name. Any
 * other change is a problem: it would be lost silently.
 */
export async function takeMoved(
  context: RunContext,
  { others, staged }: OtherChanges,
  resolutions: readonly StoredResolution[],
): Promise<{ resolutions: StoredResolution[]; problems: AnswerProblem[] }> {
  const mayMove = resolutions.some(isDeletion)
  const moved: MovedFile[] = []
  const problems: AnswerProblem[] = []
  for (const change of others) {
    const answer = mayMove && isNew(change) ? await readMoved(context, change, staged) : otherText
    if (typeof answer === 'string') problems.push({ text: `${change.path}: ${answer}`, isLoss: false })
    else moved.push(answer)
  }
  return { resolutions: resolutions.map(each => withMoved(each, moved)), problems }
}

const otherText = 'not conflicted: revert your change to it'

function isNew({ status, newMode }: Change): boolean {
  return status === 'A' && newMode.startsWith('100')
}

/** The file, or what is wrong with it. */
async function readMoved(
  { control, repository }: RunContext,
  { path, newMode: mode, newId }: Change,
  staged: ReadonlySet<string>,
): Promise<MovedFile | string> {
  if (!staged.has(path))
    return 'new: "git add" it if it is the new name of a conflicted file, otherwise delete it'
  const content = (await control.repository.objects.read(newId))?.content ?? Buffer.alloc(0)
  const marker = content.includes(0) ? undefined : findMarker(content.toString('utf8'), [])
  if (marker !== undefined) return `a conflict marker is left in line ${marker}`
  return { path, mode, id: await writeObject(repository.store, 'blob', content) }
}

/** Whether a person deleted a file that a side has. */
function isDeletion({ result, ours, theirs }: StoredResolution): boolean {
  return result === null && (ours !== null || theirs !== null)
}

function withMoved(resolution: StoredResolution, moved: readonly MovedFile[]): StoredResolution {
  if (!isDeletion(resolution) || moved.length === 0) return resolution
  const names = moved.map(({ path }) => path).join(', ')
  return {
    ...resolution,
    moved: moved as NonNullable<StoredResolution['moved']>,
    proof: `moved by hand to ${names}`,
  }
}
