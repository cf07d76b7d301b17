import { runGit } from '../process/run-git.ts'
import type { ControlRepository } from '../repository/control-repository.ts'
import { toPrivatePlace } from './file-changes.ts'

/** The names (`<tree>:<path>`) without an object. Names with line ends are skipped. */
export async function findMissing(
  control: ControlRepository,
  names: readonly string[],
): Promise<Set<string>> {
  const asked = names.filter(name => !name.includes('\n'))
  if (asked.length === 0) return new Set()
  const answer = await runGit(
    toPrivatePlace(control),
    ['cat-file', '--batch-check=%(objectname)'],
    `${asked.join('\n')}\n`,
  )
  const lines = answer.split('\n')
  return new Set(asked.filter((name, index) => lines[index] === `${name} missing`))
}
