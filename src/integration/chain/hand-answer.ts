import { checkProof } from '../../conflicts/proof/check-proof.ts'
import { findMarker } from '../../conflicts/proof/markers.ts'
import type { TextConflict } from '../../conflicts/text/text-conflict.ts'
import type { ConflictedPath } from '../../git/merge/merge-record.ts'
import { type ObjectId, writeObject } from '../../git/objects/objects.ts'
import type { TreeEntry } from '../../git/objects/tree-entry.ts'
import { readFolder } from '../../git/trees/tree-objects.ts'
import { tryReadVersions } from '../../merging/merge-conflict.ts'
import type { StoredResolution } from '../../merging/resolution-cache.ts'
import { toStoredResolution } from '../../merging/stored-resolution.ts'
import { linkMode } from '../../model/file-modes.ts'
import type { RunContext } from '../../run/run-context.ts'
import type { OpenConflict } from './open-conflicts.ts'

/** A checkout with a person's resolutions. */
export interface Answered {
  /** Its files. */
  readonly tree: ObjectId
  /** Paths that are still unmerged in its index. */
  readonly undecided: ReadonlySet<string>
  /** Why parts may be dropped; undefined: none may. */
  readonly because: string | undefined
}

/** Why a resolution is not accepted. */
export interface AnswerProblem {
  readonly text: string
  /** Something is dropped, possibly on purpose. */
  readonly isLoss: boolean
}

/** A person's version of a file, if it is complete and drops nothing that must stay. */
export async function readHandAnswer(
  context: RunContext,
  answered: Answered,
  open: OpenConflict,
): Promise<StoredResolution | AnswerProblem> {
  const { control, repository } = context
  const { mode, ...versioned } = open
  const conflict = versioned as ConflictedPath
  const entry = await tryReadEntry(context, answered.tree, open.path)
  const versions = mode === undefined ? undefined : await tryReadVersions(control, conflict)
  const isUndecided = answered.undecided.has(open.path)
  const content = entry && ((await control.repository.objects.read(entry.id))?.content ?? Buffer.alloc(0))
  const found = await checkAnswer({ conflict, versions, mode: entry?.mode, content, isUndecided })
  if ('problem' in found) return { text: found.problem, isLoss: false }
  const { lost, proof } = found
  if (lost.length > 0 && answered.because === undefined) return { text: lost.join('; '), isLoss: true }
  const choices = lost.length === 0 ? [] : [`${answered.because}: ${lost.join('; ')}`]
  const result = entry && {
    mode: mode ?? entry.mode,
    id: await writeObject(repository.store, 'blob', content ?? ''), // the snapshot's objects may be temporary
  }
  return toStoredResolution('person', { conflict, result, proof, choices })
}

interface HandFile {
  readonly conflict: ConflictedPath
  /** Undefined: it cannot be merged by lines. */
  readonly versions: TextConflict | undefined
  /** Undefined: deleted. */
  readonly mode: string | undefined
  readonly content: Buffer | undefined
  readonly isUndecided: boolean
}

function checkAnswer({
  conflict,
  versions,
  mode,
  content,
  isUndecided,
}: HandFile): Finding | Promise<Finding> {
  if (isUndecided && (versions === undefined || content === undefined)) return { problem: undecidedText }
  if (versions === undefined || content === undefined) return checkDecision(conflict, content)
  if (mode === linkMode) return { problem: 'it was replaced by a symlink' }
  return checkText(versions, content.toString('utf8'))
}

const undecidedText = 'still conflicted: keep the file with "git add", or delete it with "git rm"'

type Finding = { readonly problem: string } | { readonly lost: readonly string[]; readonly proof: string }

async function checkText(versions: TextConflict, text: string): Promise<Finding> {
  const proof = await checkProof(versions, text, [])
  if (proof.kind === 'proven') return { lost: [], proof: proof.checked }
  const marker = proof.problems.find(problem => problem.includes('conflict marker'))
  return marker === undefined
    ? { lost: proof.problems, proof: 'accepted with a reason' }
    : { problem: marker }
}

/** A file that cannot be compared line by line: what to do with it was decided in the index. */
function checkDecision({ ours, theirs }: ConflictedPath, content: Buffer | undefined): Finding {
  const areBoth = ours !== undefined && theirs !== undefined
  if (content === undefined)
    return { lost: areBoth ? ['you deleted it, but neither side did'] : [], proof: 'deleted by hand' }
  const marker = content.includes(0) ? undefined : findMarker(content.toString('utf8'), [])
  if (marker !== undefined) return { problem: `a conflict marker is left in line ${marker}` }
  return { lost: [], proof: areBoth ? 'decided by hand' : 'kept by hand' }
}

async function tryReadEntry(
  { control: { repository } }: RunContext,
  tree: ObjectId,
  path: string,
): Promise<TreeEntry | undefined> {
  let folder: ObjectId | undefined = tree
  const names = path.split('/')
  for (const name of names.slice(0, -1)) {
    folder = (await readFolder(repository, folder)).get(name)?.id
    if (folder === undefined) return undefined
  }
  const entry = (await readFolder(repository, folder)).get(names.at(-1) as string)
  return entry?.mode.startsWith('1') ? entry : undefined
}

export function toAnswerProblemText(run: string, problems: readonly AnswerProblem[]): string {
  const lines = problems.map(({ text }) => text)
  const because = `If that is intended, say why: parallel-agents merge ${run} --continue --because "<reason>"`
  return [...lines, ...(problems.every(({ isLoss }) => isLoss) ? [because] : [])].join('\n')
}
