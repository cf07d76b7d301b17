import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { readPlainText } from '../../files/plain-file.ts'

/** Its options can name programs: `script-shell`, `node-options`, `yarn-path`. Native code at the top is built. */
const settingsFile = /(?:^|\/)(?:\.npmrc|\.yarnrc|binding\.gyp)$/
const manifestFile = /(?:^|\/)(?:package|composer)\.json$/
/** Scripts that an install runs, packages from folders and archives of the repository, and repositories of Composer. */
const running =
  /"(?:pre|post)?(?:install|prepare|prepublish|dependencies)"\s*:\s*"|"file:|"repositories"\s*:|"(?:pre|post)-[\w-]+"\s*:/

/** Whether an install can run or copy files of the repository, besides manifests and lock files. */
export function runsOwnCode(root: string, paths: readonly string[]): boolean {
  return paths.some(
    path =>
      settingsFile.test(path) || (manifestFile.test(path) && running.test(readPlainText(join(root, path)))),
  )
}

/** The key of a set that only checkouts with exactly the same files may use. */
export function toTreeKey(key: string, listing: string): string {
  return createHash('sha256')
    .update(JSON.stringify([key, toFiles(listing)]))
    .digest('hex')
    .slice(0, 32)
}

/** Whether two listings name the same files, whichever git command made them. */
export function isSameTree(one: string, other: string): boolean {
  return JSON.stringify(toFiles(one)) === JSON.stringify(toFiles(other))
}

/** `git ls-files --stage` and `git ls-tree` differ in their middle columns. */
function toFiles(listing: string): string[] {
  return listing
    .split('\0')
    .map(line => line.replace(/^(\d+) (?:blob |commit )?([0-9a-f]+)(?: 0)?\t/, '$1 $2\t'))
    .sort()
}
