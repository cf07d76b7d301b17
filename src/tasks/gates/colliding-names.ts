import { posix } from 'node:path'
import type { ObjectId } from '../../git/objects/objects.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import type { Change } from '../../model/change.ts'
import { toFoldedName } from '../../model/names/folded-name.ts'
import { listSome } from '../../model/names/list-some.ts'
import { readFoldedNames, withFolders } from './folded-names.ts'
import type { Refusal } from './gate.ts'

/**
 * Refuses new names that some file systems treat as equal to an existing one: one would overwrite the other there, unnoticed by a
 * check of names.
 */
export async function checkNewNames(
  repository: Repository,
  tree: ObjectId,
  changes: readonly Change[],
): Promise<Refusal | undefined> {
  const added = changes.filter(({ status }) => status === 'A').map(({ path }) => path)
  const folders = new Map<string, string[]>()
  for (const path of new Set(added.flatMap(withFolders))) {
    const folder = posix.dirname(path)
    const names = folders.get(folder)
    if (names === undefined) folders.set(folder, [posix.basename(path)])
    else names.push(posix.basename(path))
  }
  const pairs: [string, string][] = []
  for (const [folder, names] of folders)
    for (const pair of await findRivals(repository, tree, folder, names)) pairs.push(pair)
  const rivals = new Set(pairs.map(([name]) => name))
  const undo = added.filter(path => withFolders(path).some(name => rivals.has(name)))
  const [first] = pairs
  if (first === undefined) return undefined
  const reason = `${JSON.stringify(first[0])} is the same name as ${JSON.stringify(first[1])} to some file systems`
  return {
    outcome: 'failed',
    reason,
    feedback: `${reason}: choose another name for ${listSome(undo)}. That file has been reverted.`,
    undo,
  }
}

async function findRivals(
  repository: Repository,
  tree: ObjectId,
  folder: string,
  names: readonly string[],
): Promise<[string, string][]> {
  const byFolded = await readFoldedNames({ repository, tree, fold: toFoldedName }, folder)
  return names.flatMap(name => {
    const rival = byFolded.get(toFoldedName(name))?.find(other => other !== name)
    return rival === undefined ? [] : [[posix.join(folder, name), posix.join(folder, rival)]]
  })
}
