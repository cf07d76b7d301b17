import { harnessIdentity, readCommitText, writeCommit } from '../git/objects/commits.ts'
import type { ObjectId } from '../git/objects/objects.ts'
import type { Repository } from '../git/repository/open-repository.ts'
import type { RunId } from './run-id.ts'

export interface KeptRequest {
  readonly run: RunId
  /** The task, or another name for the kept work. */
  readonly name: string
  /** Commits to keep, the most important first. */
  readonly commits: readonly [ObjectId, ...ObjectId[]]
  readonly message: string
}

/** Writes a commit that keeps others as parents and has the files of the first. */
export async function writeKept(repository: Repository, request: KeptRequest): Promise<ObjectId> {
  const { run, name, commits, message } = request
  const { tree, committedAt } = readCommitText(String((await repository.objects.read(commits[0]))?.content))
  return writeCommit(repository.store, {
    tree,
    parents: [...new Set(commits)],
    author: harnessIdentity,
    committer: harnessIdentity,
    date: committedAt,
    message,
    trailers: [
      ['Agent-Run', run],
      ['Agent-Task', name],
    ],
  })
}
