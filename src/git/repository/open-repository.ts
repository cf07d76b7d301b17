import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { findPrograms, tryProgram } from '../../files/programs.ts'
import type { Environment } from '../../model/plan.ts'
import { RefusedError } from '../../model/refused-error.ts'
import { ObjectReader } from '../objects/object-reader.ts'
import type { ObjectStore } from '../objects/objects.ts'
import { RecentObjects } from '../objects/recent-objects.ts'
import { toCommandVariables, toPlainEnvironment, toUserEnvironment } from '../process/environment.ts'
import { RefUpdater } from '../process/ref-updater.ts'
import { GitError, type GitPlace, runGit } from '../process/run-git.ts'
import { openSimpleGit } from '../process/simple-git.ts'

/** The user's repository as it was when the command started, before any agent could have changed its configuration. */
export interface Repository {
  /** Top folder of the command's checkout. */
  readonly root: string
  /** The git directory that all worktrees share. */
  readonly directory: string
  /** Where objects are written. */
  readonly store: ObjectStore
  /** Reads its objects and refs. */
  readonly objects: ObjectReader
  /** Moves its refs. */
  readonly refUpdater: RefUpdater
  /** The file with the boundary of a shallow clone; undefined for a full one. */
  readonly shallowFile: string | undefined
  /** Environment of the command, without variables that redirect git or lead to credentials. */
  readonly env: Environment
  /** Variables of the command that each agent's CLI needs and only agents get. Empty if `env` has everything. */
  readonly keys: Environment
  readonly config: GitConfig
  /** For plumbing: reads the repository's own configuration, but runs no program named there. */
  readonly place: GitPlace
  /** For the configuration and the network: git as the user has configured it, including its programs. */
  readonly userPlace: GitPlace
}

/** Effective settings by key as git lists it (section and name in lower case), the effective value last. */
export type GitConfig = ReadonlyMap<string, readonly string[]>

const oldestGit = [2, 38] as const

/** Opens the repository of a folder. Throws a RefusedError that says what to do if there is none or it cannot be used. */
export async function openRepository(folder: string, env: Environment): Promise<Repository> {
  if (!existsSync(folder)) throw new RefusedError(`there is no folder ${folder}`)
  if (!statSync(folder).isDirectory()) throw new RefusedError(`${folder} is a file: name a folder`)
  findPrograms(env.PATH ?? '', folder)
  await requireGit(folder)
  const plainEnv = toPlainEnvironment(env)
  const [root, directory, objects, objectFormat] = await readLayout({ directory: folder, env: plainEnv })
  const place = { directory: root, env: toUserEnvironment(env) }
  const userPlace = { directory: root, env: plainEnv }
  const shallowFile = join(directory, 'shallow')
  return {
    root,
    directory,
    store: { folder: objects, format: objectFormat, isDurable: true, recent: new RecentObjects() },
    objects: new ObjectReader(place),
    refUpdater: new RefUpdater(place),
    shallowFile: existsSync(shallowFile) ? shallowFile : undefined,
    env: toCommandVariables(env),
    keys: {},
    config: await readConfig(userPlace),
    place,
    userPlace,
  }
}

/** Ends the processes of a repository. */
export function closeRepository(repository: Repository): void {
  repository.objects.close()
  repository.refUpdater.close()
}

async function requireGit(folder: string): Promise<void> {
  if (tryProgram('git') === undefined) throw new RefusedError('git was not found: install git 2.38 or later')
  const { major, minor } = await openSimpleGit(folder).version()
  if (major < oldestGit[0] || (major === oldestGit[0] && minor < oldestGit[1])) {
    throw new RefusedError(`git ${major}.${minor} is too old: install git ${oldestGit.join('.')} or later`)
  }
}

type Layout = [root: string, directory: string, objects: string, objectFormat: string]

async function readLayout(place: GitPlace): Promise<Layout> {
  const questions = [
    ['--show-toplevel'],
    ['--git-common-dir'],
    ['--git-path', 'objects'],
    ['--show-object-format'],
  ]
  const ask = (question: readonly string[]) =>
    runGit(place, ['rev-parse', '--path-format=absolute', ...question])
  try {
    const lines = (await ask(questions.flat())).split('\n')
    // More lines than questions: the name of a folder has a line break.
    return (lines.length === questions.length ? lines : await Promise.all(questions.map(ask))) as Layout
  } catch (error) {
    if (error instanceof GitError) throw toLayoutError(place.directory, error.stderr)
    throw error
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

/** All effective settings in a folder. One without a value is true. */
export async function readConfig(place: GitPlace): Promise<GitConfig> {
  const listing = await runGit(place, ['config', '--list', '-z', '--includes'])
  const config = new Map<string, string[]>()
  for (const entry of listing.split('\0').slice(0, -1)) {
    const [, key = '', value = 'true'] = /^([^\n]*)(?:\n(.*))?$/s.exec(entry) ?? []
    config.set(key, [...(config.get(key) ?? []), value])
  }
  return config
}

export function configValue(config: GitConfig, key: string): string | undefined {
  return config.get(key)?.at(-1)
}
