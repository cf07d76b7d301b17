import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { listPaths } from '../../tasks/gates/gate.ts'

/** One sentence for each folder that holds something which belongs to no handover in it. Nothing of that is read. */
export async function listUnannounced(
  folders: readonly string[],
  announced: ReadonlySet<string>,
): Promise<string[]> {
  const notices: string[] = []
  for (const folder of new Set(folders)) {
    const names: string[] = await readdir(folder).catch(() => []) // a folder that is not there holds nothing
    const others = names.filter(name => !announced.has(join(folder, name))).map(name => JSON.stringify(name))
    if (others.length > 0) notices.push(`ignored in ${folder}, named by no manifest: ${listPaths(others)}`)
  }
  return notices
}
