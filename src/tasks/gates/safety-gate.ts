import { posix } from 'node:path'
import { deletedMode, linkMode, submoduleMode } from '../../model/file-modes.ts'
import { listSome } from '../../model/names/list-some.ts'
import type { GatedChange, GateInput, Refusal } from './gate.ts'
import { tryInnerSettings } from './inner-repositories.ts'

/** Refuses changes that could do harm where the branch is checked out or merged. */
export function safetyGate({
  changes,
  plan: { maxFileMegabytes },
  problems,
}: GateInput): Refusal | undefined {
  for (const change of changes) {
    if (change.oldMode === submoduleMode) return toEntryRefusal(change)
    const danger = tryDanger(change, maxFileMegabytes)
    if (danger !== undefined) return toRefusal(danger, change.path)
  }
  const inner = tryInnerSettings(changes)
  if (inner !== undefined) return toRefusal(`${inner} would be the settings of a git repository`, inner)
  return problems.length === 0 ? undefined : toProblemRefusal(problems)
}

function toRefusal(danger: string, path: string): Refusal {
  const feedback = `Your change is not safe: ${danger}. That change has been reverted.`
  return { outcome: 'failed', reason: danger, feedback, undo: [path] }
}

/** Nothing is reverted: files of a submodule are in its own repository, and its entry may be in the agent's commits. */
function toEntryRefusal({ path, oldId }: GatedChange): Refusal {
  const reason = `${path} is a submodule: its entry cannot be changed`
  const feedback = `${reason}. It is still changed: restore ${path} to commit ${oldId}, and commit that entry.`
  return { outcome: 'failed', reason, feedback, undo: [] }
}

function toProblemRefusal(problems: readonly string[]): Refusal {
  const all = listSome(problems)
  const feedback = `What you left cannot be committed: ${all}. It is still there: move what belongs to the task out of it, and remove the rest.`
  return { outcome: 'failed', reason: `not everything could be committed: ${all}`, feedback, undo: [] }
}

function tryDanger(change: GatedChange, maxFileMegabytes: number): string | undefined {
  const { path, oldMode, newMode, size, linkTarget } = change
  if (newMode === submoduleMode) return `${path} is a nested git repository (a submodule entry)`
  if (newMode === deletedMode) return undefined
  const trick = tryNameTrick(path, oldMode === deletedMode)
  if (trick !== undefined) return trick
  if (change.hasRefusedAttributes === true)
    return `${path} is larger, or has longer lines, than git servers accept`
  if (newMode === linkMode) return tryLinkTrick(path, linkTarget ?? '')
  if (size > maxFileMegabytes * 1_000_000)
    return `${path} has ${toMegabytes(size)} MB, more than ${maxFileMegabytes} MB`
  return undefined
}

function toMegabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1)
}

/** git takes minutes to merge deeper ones. */
const mostNames = 200
const longestName = 255
const longestPath = 4000

/**
 * Names that git or a file system interprets as `.git` or as another folder, and names that change how git works. Existing files
 * with odd names may be changed.
 */
function tryNameTrick(path: string, isNew: boolean): string | undefined {
  const names = path.split('/')
  const quoted = JSON.stringify(path)
  if (names.some(isGitName)) return `${quoted} is a name that some file systems treat as .git`
  if (names.length > mostNames) return `${quoted.slice(0, 100)} is deeper than ${mostNames} folders`
  if (names.some(name => Buffer.byteLength(name) > longestName) || path.length > longestPath)
    return `${quoted.slice(0, 100)} is longer than file systems allow`
  if (names.some(name => name === '' || name === '.' || name === '..')) return `${quoted} is not a plain path`
  // biome-ignore lint/suspicious/noControlCharactersInRegex: matches control characters
  if (isNew && /[\u0000-\u001f\u007f\\]/.test(path)) return `${quoted} contains a control character or "\\"`
  if (/^(\.gitmodules|gitmod~\d+)$/.test(toPlainName(names.at(-1) ?? '')))
    return `${quoted} would define submodules`
  return undefined
}

function isGitName(name: string): boolean {
  return /^(\.git|git~\d+)$/.test(toPlainName(name))
}

/** The same for `.git`, `.git.`, `.GIT `, `.git::$INDEX_ALLOCATION`, and `.git` with characters that macOS ignores. */
function toPlainName(name: string): string {
  return name
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, '')
    .toLowerCase()
    .replace(/:.*$/, '')
    .replace(/[. ]+$/, '')
}

/** A link must stay in the tree, and `..` may only come first: after a name, it could start from another link's target. */
function tryLinkTrick(path: string, target: string): string | undefined {
  if (/^[a-z]:|\\/i.test(target))
    return `${path} is a symlink that Windows would follow elsewhere (${JSON.stringify(target)})`
  const steps = target.split('/')
  const climbsLate = steps.some(
    (step, index) => step === '..' && steps.slice(0, index).some(before => !['..', '.'].includes(before)),
  )
  const end = posix.normalize(posix.join(posix.dirname(path), target))
  const leaves = target === '' || target.startsWith('/') || end === '..' || end.startsWith('../')
  if (leaves || climbsLate)
    return `${path} is a symlink that points outside the repository (${JSON.stringify(target)})`
  return steps.some(isGitName) ? `${path} is a symlink into .git` : undefined
}
