import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import picomatch from 'picomatch'

/** The function `hashFiles` of expressions: SHA-256 over the hashes of all files that match, or nothing when none does. */
export function hashFiles(workspace: string, patterns: readonly string[]): string {
  const isMatch = picomatch([...patterns], { dot: true })
  const files = readdirSync(workspace, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(workspace.length + 1))
    .filter(path => isMatch(path))
    .sort()
  if (files.length === 0) return ''
  const hash = createHash('sha256')
  for (const path of files)
    hash.update(
      createHash('sha256')
        .update(readFileSync(join(workspace, path)))
        .digest(),
    )
  return hash.digest('hex')
}
