import { buffer } from 'node:stream/consumers'
import { placeInCheckout } from '../checkouts/checkouts.ts'
import { spawnGit } from '../process/run-git.ts'
import { findConfigChanges } from '../repository/config-guard.ts'
import type { Repository } from '../repository/open-repository.ts'

/** On a large repository the answer is not worth more. */
const mostSeconds = 5

/**
 * The changed and untracked paths of the command's checkout, without ignored ones. Undefined if git takes too long, fails, or might
 * run something from a changed configuration.
 */
export async function tryListChanges(repository: Repository): Promise<ReadonlySet<string> | undefined> {
  if ((await findConfigChanges(repository, undefined)).length > 0) return undefined
  const git = spawnGit(placeInCheckout(repository, repository.root), [
    'status',
    '--porcelain',
    '-z',
    '--no-renames',
    '--untracked-files=all',
    '--ignore-submodules=dirty',
  ])
  const timer = setTimeout(() => git.kill('SIGKILL'), mostSeconds * 1000)
  git.stdin.end()
  git.stderr.resume()
  try {
    const ended = new Promise<number | null>((resolve, reject) => {
      git.once('close', resolve)
      git.once('error', reject)
    })
    const [output, code] = await Promise.all([buffer(git.stdout), ended])
    return code === 0 ? toPaths(output.toString('utf8')) : undefined
  } catch {
    return undefined // the checkout is gone
  } finally {
    clearTimeout(timer)
  }
}

/** `XY path`, each followed by a NUL. */
function toPaths(output: string): Set<string> {
  return new Set(
    output
      .split('\0')
      .filter(entry => entry !== '')
      .map(entry => entry.slice(3)),
  )
}
