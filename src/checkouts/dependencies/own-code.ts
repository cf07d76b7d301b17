import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { readPlainText } from '../../files/plain-file.ts'
import type { TreeFile } from './tree-files.ts'

/** Its options can name programs: `script-shell`, `node-options`, `yarn-path`. Native code at the top is built. */
const settingsFile = /(?:^|\/)(?:\.npmrc|\.yarnrc|binding\.gyp)$/
const manifestFile = /(?:^|\/)(?:package|composer)\.json$/
/** Scripts that an install runs, packages from folders and archives of the repository, and repositories of Composer. */
const running =
  /"(?:pre|post)?(?:install|prepare|prepublish|dependencies)"\s*:\s*"|"file:|"repositories"\s*:|"(?:pre|post)-[\w-]+"\s*:/

/** Whether an install can run or copy files of the repository, besides manifests and lock files. */
export function runsOwnCode(root: string, files: readonly TreeFile[]): boolean {
  return files.some(
    ({ path }) =>
      settingsFile.test(path) || (manifestFile.test(path) && running.test(readPlainText(join(root, path)))),
  )
}

/** The key of a set that only checkouts with exactly the same files may use. */
export function toTreeKey(key: string, files: readonly TreeFile[]): string {
  return createHash('sha256')
    .update(JSON.stringify([key, toLines(files)]))
    .digest('hex')
    .slice(0, 32)
}

/** Whether two trees have the same files, in whatever order. */
export function isSameTree(one: readonly TreeFile[], other: readonly TreeFile[]): boolean {
  return JSON.stringify(toLines(one)) === JSON.stringify(toLines(other))
}

function toLines(files: readonly TreeFile[]): string[] {
  return files.map(({ mode, id, path }) => `${mode} ${id}\t${path}`).sort()
}
