import { posix } from 'node:path'
import { goneMode, linkMode, submoduleMode } from '../../model/file-modes.ts'
import type { GatedChange, GateInput, Refusal } from './gate.ts'

/** Refuses what could do harm where the branch is checked out or merged. */
export function safetyGate({ changes, maxFileMegabytes, problems }: GateInput): Refusal | undefined {
  for (const change of changes) {
    const danger = tryDanger(change, maxFileMegabytes)
    if (danger !== undefined) return toRefusal(danger, [change.path])
  }
  return problems[0] === undefined ? undefined : toRefusal(`git cannot take a file: ${problems[0]}`, [])
}

function toRefusal(danger: string, undo: readonly string[]): Refusal {
  const taken = undo.length === 0 ? 'Remove it.' : 'That change has been taken back.'
  return { outcome: 'failed', reason: danger, feedback: `Your change is not safe: ${danger}. ${taken}`, undo }
}

function tryDanger(change: GatedChange, maxFileMegabytes: number): string | undefined {
  const { path, oldMode, newMode, size, linkTarget } = change
  if (newMode === submoduleMode) return `${path} is a git repository of its own (a submodule entry)`
  if (oldMode === submoduleMode) return `${path} is a submodule: its entry cannot be changed`
  if (newMode === goneMode) return undefined
  const trick = tryNameTrick(path, oldMode === goneMode)
  if (trick !== undefined) return trick
  if (newMode === linkMode) return tryLinkTrick(path, linkTarget ?? '')
  if (size > maxFileMegabytes * 1_000_000)
    return `${path} has ${toMegabytes(size)} MB, more than ${maxFileMegabytes} MB`
  return undefined
}

function toMegabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1)
}

/**
 * Names that git or a file system takes for `.git` or for another folder, and names that change how git works. A file that has long had an
 * odd name may be changed.
 */
function tryNameTrick(path: string, isNew: boolean): string | undefined {
  const names = path.split('/')
  const quoted = JSON.stringify(path)
  if (names.some(isGitName)) return `${quoted} is a name that can stand for .git`
  if (names.some(name => name === '' || name === '.' || name === '..')) return `${quoted} is not a plain path`
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (isNew && /[\u0000-\u001f\u007f\\]/.test(path)) return `${quoted} contains a control character or "\\"`
  if (names.at(-1)?.toLowerCase() === '.gitmodules') return `${quoted} would define submodules`
  return undefined
}

/** Also `.git.`, `.GIT `, `git~1`, `.git::$INDEX_ALLOCATION`, and `.git` with characters that macOS ignores. */
function isGitName(name: string): boolean {
  const plain = name
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, '')
    .toLowerCase()
    .replace(/:.*$/, '')
    .replace(/[. ]+$/, '')
  return plain === '.git' || /^git~\d+$/.test(plain)
}

/**
 * A link may only lead to a place in the tree, and may go up only before it goes down: after a name, `..` could start from
 * wherever another link leads.
 */
function tryLinkTrick(path: string, target: string): string | undefined {
  const steps = target.split('/')
  const climbsLate = steps.some(
    (step, index) => step === '..' && steps.slice(0, index).some(before => !['..', '.'].includes(before)),
  )
  const end = posix.normalize(posix.join(posix.dirname(path), target))
  const leaves = target === '' || target.startsWith('/') || end === '..' || end.startsWith('../')
  if (leaves || climbsLate) return `${path} is a link that leads out of the tree (${JSON.stringify(target)})`
  return steps.some(isGitName) ? `${path} is a link into .git` : undefined
}
