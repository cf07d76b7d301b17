import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readPlainText } from '../../files/plain-file.ts'

/** An unfinished operation in a worktree, and the branch that it moves or returns to. */
export interface OngoingOperation {
  readonly ref: string
  /** "a rebase" */
  readonly name: string
  /** What the user can do. */
  readonly next: string
}

/**
 * Operations in progress, from the files that git itself checks before it moves a branch.
 *
 * @param gitDirectory Of the worktree.
 * @param head The checked-out ref; undefined: HEAD is detached.
 */
export function listOngoing(gitDirectory: string, head: string | undefined): OngoingOperation[] {
  const read = (name: string) => readPlainText(join(gitDirectory, name)).trim()
  const rebased = ['rebase-merge', 'rebase-apply'].map(folder => read(`${folder}/head-name`))
  const bisected = read('BISECT_START')
  const onHead = head === undefined ? [] : findHeadOperations(gitDirectory, head)
  return [
    ...[...rebased, ...toUpdatedRefs(read('rebase-merge/update-refs'))]
      .filter(isBranch)
      .map(ref => toOperation(ref, 'rebase')),
    ...(bisected === '' ? [] : [toBisect(bisected)]),
    ...onHead,
  ]
}

/** Three lines a ref: name, old value, new value. */
function toUpdatedRefs(text: string): string[] {
  return text.split('\n').filter((_, index) => index % 3 === 0)
}

function isBranch(ref: string): boolean {
  return ref.startsWith('refs/heads/')
}

/** git records the original branch by its short name, or as a ref. */
function toBisect(name: string): OngoingOperation {
  const ref = isBranch(name) ? name : `refs/heads/${name}`
  return { ref, name: 'a bisect', next: 'end it with "git bisect reset"' }
}

const headFiles = [
  ['MERGE_HEAD', 'merge'],
  ['CHERRY_PICK_HEAD', 'cherry-pick'],
  ['REVERT_HEAD', 'revert'],
  ['rebase-apply/applying', 'am'],
] as const

/** Operations that commit on the current branch. */
function findHeadOperations(gitDirectory: string, head: string): OngoingOperation[] {
  return headFiles
    .filter(([file]) => existsSync(join(gitDirectory, file)))
    .map(([, name]) => toOperation(head, name))
}

function toOperation(ref: string, name: string): OngoingOperation {
  return {
    ref,
    name: `a ${name}`,
    next: `finish it with "git ${name} --continue" or abort it with "git ${name} --abort"`,
  }
}
