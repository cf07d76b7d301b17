import { findMarker, findMarkerOfSize } from '../../conflicts/proof/markers.ts'
import { tryUnfinishedOperation } from '../../git/agent-work/agent-operation.ts'
import { readAttributeValues } from '../../git/attributes/attribute-values.ts'
import { readAttributes } from '../../git/attributes/attributes.ts'
import { deletedMode } from '../../model/file-modes.ts'
import { listSome } from '../../model/names/list-some.ts'
import type { KeepingContext } from '../../run/run-context.ts'
import type { GatedChange, Refusal } from '../gates/gate.ts'
import type { CollectedWork } from '../work/collect-work.ts'
import type { TaskWork } from '../work/task-work.ts'

/** Refuses unfinished work: in the middle of a rebase or of a merge with conflicts, or with conflict markers in files. */
export async function checkFinished(
  context: KeepingContext,
  work: Pick<TaskWork, 'worktree'>,
  collected: CollectedWork,
): Promise<Refusal | undefined> {
  const operation = collected.isGone
    ? undefined
    : await tryUnfinishedOperation(context.control, work.worktree)
  if (operation !== undefined)
    return toRefusal(
      `the agent ended in the middle of ${operation}`,
      `You ended in the middle of ${operation}. Finish or abort it ("git status" says how), then complete the task.`,
    )
  const marked = await findMarked(context, collected)
  if (marked.length === 0) return undefined
  const files = listSome(marked)
  return toRefusal(
    `conflict markers are left in ${files}`,
    `You left conflict markers in ${files}. Resolve these conflicts. If a file is meant to contain markers, set its conflict-marker-size attribute in .gitattributes to a size other than 7.`,
  )
}

function toRefusal(reason: string, feedback: string): Refusal {
  return { outcome: 'failed', reason, feedback, undo: [] }
}

/** "a.txt (line 3)", for files with new conflict markers of the size that git writes in them. */
async function findMarked(context: KeepingContext, { tree, changes }: CollectedWork): Promise<string[]> {
  const suspects = (await Promise.all(changes.map(change => trySuspect(context, change)))).filter(
    suspect => suspect !== undefined,
  )
  if (suspects.length === 0) return []
  const sizes = await readAttributeValues(context.control, {
    attributes: await readAttributes(context.control, tree),
    name: 'conflict-marker-size',
    paths: suspects.map(({ path }) => path),
  })
  return suspects.flatMap(({ path, text, oldTexts }) => {
    const size = Number(sizes.get(path) ?? usualSize)
    const line =
      size > 0 && size !== usualSize ? findMarkerOfSize(size, text, oldTexts) : findMarker(text, oldTexts)
    return line === undefined ? [] : [`${path} (line ${line})`]
  })
}

const usualSize = 7

/** Larger files are not written by hand. */
const longestBytes = 4_000_000

interface Suspect {
  readonly path: string
  readonly text: string
  readonly oldTexts: readonly string[]
}

/** A text with what may be a marker of some size. */
async function trySuspect(context: KeepingContext, change: GatedChange): Promise<Suspect | undefined> {
  const { path, newMode, newId, oldMode, oldId, size } = change
  if (!newMode.startsWith('100') || size > longestBytes) return undefined
  const text = await readText(context, newId)
  if (!/^[<>|]{3,}( |\r?$)/m.test(text) || text.includes('\0')) return undefined
  return { path, text, oldTexts: oldMode === deletedMode ? [] : [await readText(context, oldId)] }
}

async function readText({ repository }: KeepingContext, id: string): Promise<string> {
  const object = await repository.objects.read(id)
  return object?.type === 'blob' ? object.content.toString('utf8') : ''
}
