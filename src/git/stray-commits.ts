import type { Dirent } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Harness } from './harness.ts'
import { importCommits } from './import-commits.ts'
import type { ObjectId } from './objects.ts'

/**
 * Takes over the commits that an agent made and left: on other branches, in the stash, or taken back by a reset or an
 * amend. Answers with those that the repository did not have.
 */
export async function importStrays(
  harness: Harness,
  gitDirectory: string,
  start: ObjectId,
): Promise<ObjectId[]> {
  const ids = new Set<ObjectId>()
  for (const folder of ['refs', 'logs']) {
    for (const text of await readTexts(join(gitDirectory, folder))) for (const id of toIds(text)) ids.add(id)
  }
  const unknown: ObjectId[] = []
  for (const id of ids) if ((await harness.repository.objects.readInfo(id)) === undefined) unknown.push(id)
  if (unknown.length === 0) return []
  const imported = await importCommits(harness, gitDirectory, unknown, start)
  return imported.kind === 'imported' ? unknown : []
}

/** The ids that a ref or a line of a reflog points to: the first word of a ref, the second of a reflog line. */
function toIds(text: string): ObjectId[] {
  return text.split('\n').flatMap(line => {
    const [first = '', second = ''] = line.split(/\s+/)
    const id = second === '' ? first : second
    return /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(id) && !/^0+$/.test(id) ? [id] : []
  })
}

async function readTexts(folder: string): Promise<string[]> {
  const entries: Dirent[] = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const texts = await Promise.all(
    entries.map(entry => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return readTexts(path)
      return entry.isFile() ? readFile(path, 'utf8').then(text => [text]) : []
    }),
  )
  return texts.flat()
}
