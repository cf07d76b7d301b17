import { once } from 'node:events'
import { join } from 'node:path'
import type { FileChange } from '../../model/file-change.ts'
import type { ObjectId } from '../objects/objects.ts'
import { GitError, type GitPlace, spawnGit } from '../process/run-git.ts'
import type { ControlRepository } from '../repository/control-repository.ts'
import { PatchReader } from './patch-reader.ts'

/** Two trees to compare. */
export interface TreePair {
  readonly from: ObjectId
  readonly to: ObjectId
}

/**
 * The same lines as in a merge: the same algorithm, without the heuristic that makes patches nicer to read. Runs nothing that a file
 * could name. The limit of renames avoids searches of several seconds.
 */
const comparing = [
  '-c',
  'core.bigFileThreshold=16m',
  'diff-tree',
  '--stdin',
  '-r',
  '--raw',
  '-p',
  '-U0',
  '-M',
  '-l1000',
  '--diff-algorithm=histogram',
  '--no-indent-heuristic',
  '--no-abbrev',
  '--no-color',
  '--no-ext-diff',
  '--no-textconv',
  '--submodule=short',
]

/** Where git keeps temporary objects of a run: in the control repository, not in the user's. It sees the repository's objects, too. */
export function toPrivatePlace({ place, gitDirectory }: ControlRepository): GitPlace {
  return { ...place, env: { ...place.env, GIT_OBJECT_DIRECTORY: join(gitDirectory, 'objects') } }
}

/** The differences between trees, by file, with the replaced lines. One process for any number of pairs. */
export async function readFileChanges(
  control: ControlRepository,
  pairs: readonly TreePair[],
): Promise<readonly (readonly FileChange[])[]> {
  if (pairs.length === 0) return []
  const git = spawnGit(toPrivatePlace(control), comparing)
  const reader = new PatchReader()
  const said: string[] = []
  git.stderr.on('data', chunk => said.push(String(chunk)))
  const closed = once(git, 'close')
  closed.catch(() => {}) // awaited below
  git.stdin.end(pairs.map(({ from, to }) => `${from} ${to}\n`).join(''))
  await readLines(git.stdout, line => reader.takeLine(line))
  const [code] = await closed
  if (code !== 0) throw new GitError(comparing, { code: code ?? 128, stdout: '', stderr: said.join('') })
  const answers = reader.finish()
  if (answers.length !== pairs.length) throw new Error('the output of git diff-tree ended too early')
  return answers
}

/** One character a byte, to preserve files in any encoding. */
async function readLines(stream: NodeJS.ReadableStream, takeLine: (line: string) => void): Promise<void> {
  stream.setEncoding('latin1')
  let rest: string[] = []
  for await (const chunk of stream) {
    const lines = String(chunk).split('\n')
    if (lines.length === 1) rest.push(lines[0] as string)
    else {
      takeLine(`${rest.join('')}${lines[0]}`)
      for (const line of lines.slice(1, -1)) takeLine(line)
      rest = [lines.at(-1) as string]
    }
  }
  if (rest.join('') !== '') takeLine(rest.join(''))
}
