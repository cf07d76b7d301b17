import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { simpleGit } from 'simple-git'
import type { Environment } from '../../model/plan.ts'
import { RefusedError } from '../../model/refused-error.ts'
import { ObjectReader } from '../objects/object-reader.ts'
import type { ObjectStore } from '../objects/objects.ts'
import { toUserEnvironment, withoutGitVariables } from '../process/environment.ts'
import { RefUpdater } from '../process/ref-updater.ts'
import type { GitPlace } from '../process/run-git.ts'

/** The user's repository as it was when the command started, before any agent could have changed its configuration. */
export interface Repository {
  /** Top folder of the checkout that the command was started in. */
  readonly root: string
  /** The git directory that all worktrees share. */
  readonly directory: string
  /** Where objects are written to. */
  readonly store: ObjectStore
  /** Reads its objects and refs. */
  readonly objects: ObjectReader
  /** Moves its refs. */
  readonly refUpdater: RefUpdater
  /** The file that lists the edges of a shallow clone; undefined for a full one. */
  readonly shallowFile: string | undefined
  /** Environment of the command, without variables of git. */
  readonly env: Environment
  /** Variables of the command that only agents get, each those that its CLI reads. Where `env` has everything, there are none. */
  readonly keys: Environment
  readonly config: GitConfig
  /** For plumbing: reads the repository's own configuration, but runs nothing that it names. */
  readonly place: GitPlace
}

/** Effective settings by their key as git lists it (section and name in lower case), the value that counts last. */
export type GitConfig = ReadonlyMap<string, readonly string[]>

const oldestGit = [2, 38] as const

/** Opens the repository that a folder is in. Throws a RefusedError that says what to do when there is none that can be used. */
export async function openRepository(folder: string, env: Environment): Promise<Repository> {
  if (!existsSync(folder)) throw new RefusedError(`there is no folder ${folder}`)
  if (!statSync(folder).isDirectory()) throw new RefusedError(`${folder} is a file: name a folder`)
  await requireGit(folder)
  const [root, directory, objects, objectFormat] = await readLayout(folder)
  const clean = withoutGitVariables(env)
  const place = { directory: root, env: toUserEnvironment(clean) }
  const shallowFile = join(directory, 'shallow')
  return {
    root,
    directory,
    store: { folder: objects, format: objectFormat, isDurable: true },
    objects: new ObjectReader(place),
    refUpdater: new RefUpdater(place),
    shallowFile: existsSync(shallowFile) ? shallowFile : undefined,
    env: clean,
    keys: {},
    config: await readConfig(root),
    place,
  }
}

/** Ends what was started for a repository. */
export function closeRepository(repository: Repository): void {
  repository.objects.close()
  repository.refUpdater.close()
}

async function requireGit(folder: string): Promise<void> {
  const { installed, major, minor } = await simpleGit(folder).version()
  if (!installed) throw new RefusedError('git was not found: install git 2.38 or later')
  if (major < oldestGit[0] || (major === oldestGit[0] && minor < oldestGit[1])) {
    throw new RefusedError(`git ${major}.${minor} is too old: install git ${oldestGit.join('.')} or later`)
  }
}

async function readLayout(folder: string): Promise<[string, string, string, string]> {
  const questions = ['--show-toplevel', '--git-common-dir', '--git-path', 'objects', '--show-object-format']
  try {
    const answer = await simpleGit(folder).revparse(['--path-format=absolute', ...questions])
    return answer.split('\n') as [string, string, string, string]
  } catch (error) {
    throw toLayoutError(folder, String((error as Error).message))
  }
}

function toLayoutError(folder: string, said: string): RefusedError {
  if (/must be run in a work tree/.test(said)) {
    return new RefusedError(`${folder} is a bare repository: clone it, and run this in the clone`)
  }
  if (/dubious ownership/.test(said)) return new RefusedError(said.trim())
  return new RefusedError(
    `${folder} is not in a git repository: run this in one, or make one with "git init"`,
  )
}

/** All settings that are in effect in a folder. */
export async function readConfig(folder: string): Promise<GitConfig> {
  const { all } = await simpleGit(folder).listConfig()
  return new Map(Object.entries(all).map(([key, value]) => [key, [value].flat()]))
}

export function configValue(config: GitConfig, key: string): string | undefined {
  return config.get(key)?.at(-1)
}
