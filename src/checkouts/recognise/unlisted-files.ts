import { lstatSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { tryGit } from '../../git/process/run-git.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import type { CheckoutSettings } from '../../model/checkout/settings.ts'
import { listIncluded, listNamed } from '../files/list-files.ts'
import { listMentioned } from './grep.ts'
import type { Need } from './need.ts'

const environmentFile = /(^|\/)\.env(\.(?!example|sample|template)[\w.-]+)?$/
/** Files that tools leave and no one writes. */
const debris =
  /(^|\/)(\.DS_Store|Thumbs\.db|\..*\.sw[op])$|\.(log|pyc|o|class|tsbuildinfo|lock|tmp|db|sqlite3?)(-\w+)?$/
const mostBytes = 1 << 20
const mostCandidates = 50

export interface Ignored {
  /** Except those in ignored folders. */
  readonly files: readonly string[]
  /** With a slash at the end. */
  readonly folders: readonly string[]
}

/** What git ignores in the user's checkout. */
export async function listIgnoredPaths({ place }: Repository): Promise<Ignored> {
  const args = ['ls-files', '-z', '--others', '--ignored', '--exclude-standard', '--directory']
  const paths = (await tryGit(place, args)).stdout.split('\0').filter(path => path !== '')
  const isFolder = (path: string) => path.endsWith('/')
  return { files: paths.filter(path => !isFolder(path)), folders: paths.filter(isFolder) }
}

/** The files directly in some folders. */
export function listInside({ root }: Repository, folders: readonly string[]): string[] {
  return folders.flatMap(folder =>
    readdirSync(join(root, folder), { withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(({ name }) => `${folder}${name}`),
  )
}

/** Ignored files that seem needed, by their name or because code mentions them, and that no checkout would get. */
export async function findUnlistedFiles(
  repository: Repository,
  settings: CheckoutSettings,
  ignored: readonly string[],
): Promise<Need[]> {
  const given = new Set([
    ...(await listNamed(repository, settings.copy)),
    ...(await listIncluded(repository)),
  ])
  const links = new Set(settings.link.map(({ path }) => path))
  const open = ignored.filter(path => !given.has(path) && !links.has(path) && isSmall(repository, path))
  const byName = open.filter(path => environmentFile.test(path))
  const others = open.filter(path => !byName.includes(path) && !debris.test(path)).slice(0, mostCandidates)
  const mentioned = await listMentioned(
    repository,
    others.map(path => basename(path)),
  )
  const byCode = others.filter(path => mentioned.has(basename(path)))
  return [
    ...toNeed(byName, 'git ignores it, so no checkout has it'),
    ...toNeed(byCode, 'git ignores it, and tracked files name it'),
  ]
}

function toNeed(paths: readonly string[], why: string): Need[] {
  if (paths.length === 0) return []
  const write = `checkout: { copy: [${paths.map(path => JSON.stringify(path)).join(', ')}] }`
  return [{ what: paths.join(', '), why, write }]
}

function isSmall({ root }: Repository, path: string): boolean {
  const info = lstatSync(join(root, path), { throwIfNoEntry: false })
  return info?.isFile() === true && info.size <= mostBytes
}
