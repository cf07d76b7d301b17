import { harnessIdentity, readCommitText, writeCommit } from '../../git/objects/commits.ts'
import { type ObjectId, writeObject } from '../../git/objects/objects.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import { editTree } from '../../git/trees/tree-edit.ts'
import { readFolder } from '../../git/trees/tree-objects.ts'
import { toInertLine } from '../../model/inert-text.ts'
import { mostMessages, type TaskMessage, taskMessageSchema } from '../../model/task-message.ts'

const file = 'message.json'

/** Writes a message as a commit on top of its sender's earlier ones. The same message gives the same commit. */
export async function writeMessage(
  repository: Repository,
  message: TaskMessage,
  before: ObjectId | undefined,
): Promise<ObjectId> {
  const { store } = repository
  const blob = await writeObject(store, 'blob', `${JSON.stringify(message, null, 2)}\n`)
  const empty = await writeObject(store, 'tree', '')
  const [subject = ''] = message.text.split('\n')
  return writeCommit(store, {
    tree: await editTree(repository, empty, new Map([[file, { mode: '100644', id: blob }]])),
    parents: before === undefined ? [] : [before],
    author: harnessIdentity,
    committer: harnessIdentity,
    date: Math.floor(Date.parse(message.at) / 1000),
    message: `${message.from} to ${message.to}: ${toInertLine(subject).slice(0, 100)}`,
    trailers: [],
  })
}

/** Writes all messages of one task. Undefined: none. */
export async function writeMessages(
  repository: Repository,
  messages: readonly TaskMessage[],
): Promise<ObjectId | undefined> {
  let tip: ObjectId | undefined
  for (const message of messages) tip = await writeMessage(repository, message, tip)
  return tip
}

/** The messages of one task, the first one first. Anything else ends the list. */
export async function readMessages(
  repository: Repository,
  tip: ObjectId | undefined,
): Promise<TaskMessage[]> {
  const messages: TaskMessage[] = []
  for (let id = tip; id !== undefined && messages.length < mostMessages; ) {
    const commit = await repository.objects.read(id)
    if (commit?.type !== 'commit') break
    const { tree, parents } = readCommitText(commit.content.toString('utf8'))
    const message = await tryReadMessage(repository, tree)
    if (message === undefined) break
    messages.unshift(message)
    id = parents[0]
  }
  return messages
}

async function tryReadMessage(repository: Repository, tree: ObjectId): Promise<TaskMessage | undefined> {
  try {
    const blob = (await readFolder(repository, tree)).get(file)
    const object = blob === undefined ? undefined : await repository.objects.read(blob.id)
    if (object?.type !== 'blob') return undefined
    return taskMessageSchema.safeParse(JSON.parse(object.content.toString('utf8'))).data
  } catch {
    return undefined // anyone may have written the refs
  }
}
