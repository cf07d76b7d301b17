import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** Above this many entries the scan stops: the checkout then counts as unchanged. */
const mostEntries = 50_000
const ignored = new Set(['.git', 'node_modules'])

/** Whether a file or folder in a checkout changed since a time (milliseconds since 1970). */
export async function hasRecentChange(folder: string, since: number): Promise<boolean> {
  const open = [folder]
  let seen = 0
  for (let next = open.pop(); next !== undefined && seen < mostEntries; next = open.pop()) {
    const entries = await readdir(next, { withFileTypes: true }).catch(() => []) // just deleted
    for (const entry of entries) {
      seen++
      if (ignored.has(entry.name)) continue
      const path = join(next, entry.name)
      const stat = await lstat(path).catch(() => undefined)
      if (stat !== undefined && stat.mtimeMs >= since) return true
      if (entry.isDirectory()) open.push(path)
    }
  }
  return false
}
