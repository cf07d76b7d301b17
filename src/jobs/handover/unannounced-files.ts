import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { listSome } from '../../model/names/list-some.ts'

/** One sentence for each folder with files that belong to no handover in it. None of them is read. */
export async function listUnannounced(
  folders: readonly string[],
  announced: ReadonlySet<string>,
): Promise<string[]> {
  const notices: string[] = []
  for (const folder of new Set(folders)) {
    const names: string[] = await readdir(folder).catch(() => []) // a missing folder is empty
    const others = names.filter(name => !announced.has(join(folder, name))).map(name => JSON.stringify(name))
    if (others.length > 0) notices.push(`ignored in ${folder}, named by no manifest: ${listSome(others)}`)
  }
  return notices
}
