import { toPrivatePlace } from '../diff/file-changes.ts'
import type { Harness } from '../process/harness.ts'
import { runGit } from '../process/run-git.ts'

/** Those of some names (`<tree>:<path>`) that there is nothing at. Names with line ends are passed over. */
export async function findMissing(harness: Harness, names: readonly string[]): Promise<Set<string>> {
  const asked = names.filter(name => !name.includes('\n'))
  if (asked.length === 0) return new Set()
  const answer = await runGit(
    toPrivatePlace(harness),
    ['cat-file', '--batch-check=%(objectname)'],
    `${asked.join('\n')}\n`,
  )
  const lines = answer.split('\n')
  return new Set(asked.filter((name, index) => lines[index] === `${name} missing`))
}
