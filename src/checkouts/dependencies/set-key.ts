import { createHash } from 'node:crypto'
import { tryProgram } from '../../files/programs.ts'
import type { Environment } from '../../model/plan.ts'
import { runCommandLine } from '../databases/run-program.ts'
import type { PackageManager } from './managers.ts'
import type { TreeFile } from './tree-files.ts'

/** Variables that change what is installed. */
const decidingVariable =
  /^(?:NODE_ENV|COMPOSER_NO_DEV|npm_config_(?:omit|include|production|only|ignore_scripts|install_strategy|legacy_peer_deps|install_links))$/i

/**
 * A hash of everything that decides what a manager installs.
 *
 * @param files All files of the tree.
 * @param env What the install runs with.
 */
export async function findSetKey(
  { name, lockFiles, manifests = [], runtime }: PackageManager,
  files: readonly TreeFile[],
  env: Environment,
): Promise<string> {
  const deciding = new Set([...lockFiles, ...manifests])
  const found = files.filter(({ path }) => deciding.has(path.replace(/^.*\//, '')))
  const machine = [name, process.platform, process.arch, runtime === 'node' ? await readNodeInterface() : '']
  const variables = Object.entries(env)
    .filter(([variable]) => decidingVariable.test(variable))
    .sort()
  return createHash('sha256')
    .update(JSON.stringify([machine, found, variables]))
    .digest('hex')
    .slice(0, 32)
}

let nodeInterface: Promise<string> | undefined

/** The version of the interface that compiled packages use, of the project's node: an action runs on another one. */
function readNodeInterface(): Promise<string> {
  nodeInterface ??= askNode()
  return nodeInterface
}

async function askNode(): Promise<string> {
  const node = tryProgram('node')
  if (node === undefined) return process.versions.modules
  try {
    return (await runCommandLine([node, '-p', 'process.versions.modules'], { env: {} })).trim()
  } catch {
    return process.versions.modules // a version manager that needs more of its environment
  }
}
