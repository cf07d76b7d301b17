import { dirname, isAbsolute, join, relative } from 'node:path'
import { makeOwnFolder } from '../files/own-folder.ts'
import { readPlainText } from '../files/plain-file.ts'
import type { Environment } from '../model/plan.ts'
import { type CommandLine, toBubblewrap } from '../sandbox/bubblewrap.ts'
import type { View } from '../sandbox/view.ts'
import type { RunContext } from './run-context.ts'

type EnclosingContext = Pick<RunContext, 'repository' | 'paths' | 'plan' | 'sandbox'>

/** Where users keep what is theirs. */
const homes = ['/home', '/root', '/media', '/mnt']

/** What only root may read, for where agents run as root. */
const systemSecrets = ['/etc/shadow', '/etc/shadow-', '/etc/gshadow', '/etc/sudoers']

/** Files with keys in the checkout of the user, which is there to be read. */
const projectSecrets = [
  '.env',
  '.env.local',
  '.env.development',
  '.env.production',
  '.env.test',
  '.npmrc',
  '.netrc',
]

/** The same beside programs in the user's home, which are to be read. */
const toolSecrets = ['.cargo/credentials', '.cargo/credentials.toml', '.bun/.npmrc']

/** A command that runs in a checkout, as it is started inside of the walls that stand. */
export function enclose(
  context: EnclosingContext,
  directory: string,
  command: CommandLine,
  signInFiles: readonly string[] = [],
): CommandLine {
  if (context.sandbox.kind === 'none') return command
  return toBubblewrap(toView(context, directory, signInFiles), directory, command)
}

/**
 * It can change its checkout, the git directory of that, and the files by which it speaks to the harness. The user's home, other checkouts
 * and the repository's git directory are hidden, but for the objects of that, and its hooks.
 */
function toView(
  { repository, paths, plan }: EnclosingContext,
  directory: string,
  signInFiles: readonly string[],
): View {
  const folder = relative(paths.worktrees, directory).split('/')[0] as string
  const task = paths.task(paths.nameOf(folder) ?? folder)
  const home = join(task.folder, 'home')
  makeOwnFolder(task.folder)
  makeOwnFolder(home)
  const userHome = toUserHome(repository.env)
  return {
    writable: [
      join(paths.worktrees, folder),
      join(task.worktreeState, 'git'),
      task.exchange,
      ...plan.checkout.link
        .filter(({ isWritable }) => isWritable)
        .map(({ path }) => join(repository.root, path)),
    ],
    hidden: [...homes, ...userHome, dirname(paths.worktrees), repository.directory],
    readable: [
      repository.root,
      join(repository.directory, 'hooks'),
      paths.scratch,
      ...toObjectFolders(repository.store.folder),
      ...toProgramFolders(repository.env, userHome),
    ],
    blank: [
      ...systemSecrets,
      ...projectSecrets.map(file => join(repository.root, file)),
      ...userHome.flatMap(place => toolSecrets.map(file => join(place, file))),
    ],
    home,
    homeFiles: userHome.flatMap(from => signInFiles.map(to => ({ from: join(from, to), to }))),
  }
}

function toUserHome({ HOME: home = '' }: Environment): string[] {
  return isAbsolute(home) && home !== '/' ? [home] : []
}

/** The objects of the repository, and of those that it borrows from. */
function toObjectFolders(folder: string): string[] {
  const borrowed = readPlainText(join(folder, 'info', 'alternates'))
    .split('\n')
    .filter(isAbsolute)
  return [folder, ...borrowed]
}

/** The folders of PATH, and where they are a `bin`, what belongs to their programs: many people have them in their home. */
function toProgramFolders({ PATH: searchPath = '' }: Environment, userHome: readonly string[]): string[] {
  const outer = [
    '/',
    '/usr',
    '/usr/local',
    '/tmp',
    ...homes,
    ...userHome,
    ...userHome.map(home => join(home, '.local')),
  ]
  return searchPath
    .split(':')
    .filter(isAbsolute)
    .flatMap(folder => {
      const parent = dirname(folder)
      return folder.endsWith('/bin') && !outer.includes(parent) ? [parent] : [folder]
    })
}
