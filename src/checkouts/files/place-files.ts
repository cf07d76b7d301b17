import { chmodSync, constants, lstatSync, mkdirSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { appendToPlainFile, writePlainFile } from '../../files/plain-file.ts'
import { type ObjectId, toObjectId } from '../../git/objects/objects.ts'
import { runGit } from '../../git/process/run-git.ts'
import type { ControlRepository } from '../../git/repository/control-repository.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import { type PlacedFiles, readPlacedFiles, writePlacedFiles } from '../../git/worktree/placed-files.ts'
import { placeOf, type Worktree } from '../../git/worktree/worktree.ts'
import type { CheckoutSettings } from '../../model/checkout/settings.ts'
import { RefusedError } from '../../model/refused-error.ts'
import { besideSqlite, copySqlite } from '../databases/sqlite.ts'
import { type CopiedFile, readBlobId, readCopy, tryObstacle } from './copied-file.ts'
import { filterIgnored, listIncluded, listNamed } from './list-files.ts'

export interface PlaceFilesRequest {
  readonly repository: Repository
  readonly control: ControlRepository
  readonly worktree: Worktree
  readonly settings: CheckoutSettings
  /** Values to write into env files. */
  readonly values: Readonly<Record<string, string>>
}

/** Shorter files hold no secret. Neither do files that the repository already has. */
const shortestSecret = 12

/**
 * Puts ignored files of the user's own checkout into another one: copies, and links to shared folders. They are recorded first, so
 * that none of them is ever taken for an agent's work.
 */
export async function placeFiles(request: PlaceFilesRequest): Promise<void> {
  const { repository, worktree, settings } = request
  const earlier = readPlacedFiles(worktree).paths
  await requireUntracked(request, earlier)
  for (const path of earlier) removeEarlier(worktree, path)
  const copies = await listCopies(request)
  const databases = copies.filter(path => listSqlite(request).includes(path))
  const links = settings.link.map(({ path }) => path)
  if (copies.length + links.length === 0) return
  const contents = copies
    .filter(path => !databases.includes(path))
    .map(path => readCopy(repository.root, path, request.values))
  writePlacedFiles(
    worktree,
    await readPlaced(repository, [...links, ...databases.flatMap(toSqliteFiles)], contents),
  )
  hideLinks(worktree, links)
  for (const copy of contents) await place(request, copy)
  for (const path of databases) await placeDatabase(request, path)
  for (const path of links) link(repository, worktree, path)
}

/** Placed paths are left out of an agent's work: those that git tracks would be lost. */
async function requireUntracked(
  { control, worktree, settings }: PlaceFilesRequest,
  earlier: readonly string[],
): Promise<void> {
  const named = [
    ...settings.link.map(({ path }) => ({ key: 'link', path })),
    ...settings.databases.flatMap(database =>
      database.kind === 'sqlite' ? [{ key: 'database', path: database.path }] : [],
    ),
  ]
  for (const { key, path } of named.filter(({ path }) => !earlier.includes(path))) {
    const tracked = await runGit(placeOf(control, worktree), [
      'ls-files',
      '-z',
      '--',
      `:(top,literal)${path}`,
    ])
    const [first] = tracked.split('\0')
    if (!first) continue
    const inside = first === path ? '' : `, such as ${first}: name a path inside that it does not track`
    throw new RefusedError(`\`checkout.${key}\` names ${path}, which git tracks${inside}`)
  }
}

function listSqlite({ settings, repository }: PlaceFilesRequest): string[] {
  const paths = settings.databases.flatMap(database => (database.kind === 'sqlite' ? [database.path] : []))
  return paths.filter(path => isThere(join(repository.root, path)))
}

function toSqliteFiles(path: string): string[] {
  return [path, ...besideSqlite.map(ending => `${path}${ending}`)]
}

async function placeDatabase({ repository, worktree }: PlaceFilesRequest, path: string): Promise<void> {
  makeFolders(worktree.path, dirname(path))
  await copySqlite(join(repository.root, path), join(worktree.path, path))
}

/** Earlier copies may hold other values. */
function removeEarlier(worktree: Worktree, path: string): void {
  const place = join(worktree.path, path)
  if (lstatSync(place, { throwIfNoEntry: false })?.isDirectory() === false) rmSync(place)
}

/** Paths from the plan must be ignored; of `.worktreeinclude` the ignored ones count, as in other tools. */
async function listCopies(request: PlaceFilesRequest): Promise<string[]> {
  const { repository, control, worktree, settings } = request
  const [copied, included] = await Promise.all([
    listNamed(repository, settings.copy),
    listIncluded(repository),
  ])
  const named = [...copied, ...listSqlite(request)]
  const all = [...new Set([...named, ...included])].filter(path => !isThere(join(worktree.path, path)))
  const ignored = await filterIgnored(control, worktree, all)
  const open = named.filter(path => all.includes(path) && !ignored.has(path))
  if (open.length > 0) throw toOpenError(open)
  const wanted = all.filter(path => ignored.has(path))
  return wanted.filter(path => isCopyable(repository.root, path, named.includes(path)))
}

function isCopyable(root: string, path: string, isNamed: boolean): boolean {
  const obstacle = tryObstacle(join(root, path))
  if (obstacle !== undefined && isNamed)
    throw new RefusedError(`\`checkout\` names ${path}, which is ${obstacle}: it cannot be copied`)
  return obstacle === undefined
}

function toOpenError(paths: readonly string[]): RefusedError {
  const names = paths.slice(0, 5).join(', ')
  const lines = paths.slice(0, 5).map(path => `/${path}`)
  return new RefusedError(
    `\`checkout\` names ${names}, which git does not ignore there: an agent would commit it. Add it to .gitignore and commit that:\n${lines.join('\n')}`,
  )
}

async function readPlaced(
  { root, store, objects }: Repository,
  paths: readonly string[],
  copies: readonly CopiedFile[],
): Promise<PlacedFiles> {
  const ids: ObjectId[] = []
  for (const { path, content } of copies) {
    const from = join(root, path)
    if (statSync(from).size >= shortestSecret) ids.push(await readBlobId(from, store.format))
    if (content !== undefined && content.length >= shortestSecret)
      ids.push(toObjectId(store.format, 'blob', content))
  }
  const known = await Promise.all(ids.map(id => objects.readInfo(id)))
  const secret = ids.filter((_, index) => known[index] === undefined)
  return { paths: [...paths, ...copies.map(({ path }) => path)], ids: secret }
}

/** A pattern such as `cache/` ignores a folder, but not a link with that name. */
function hideLinks(worktree: Worktree, links: readonly string[]): void {
  const lines = links.map(path => `/${path.replace(/[\\*?[\]!# ]/g, '\\$&')}\n`).join('')
  for (const file of [worktree.exclude, join(worktree.gitDirectory, 'info', 'exclude')])
    if (lines !== '') appendToPlainFile(file, `\n${lines}`)
}

async function place(
  { repository, worktree }: PlaceFilesRequest,
  { path, content }: CopiedFile,
): Promise<void> {
  const [from, to] = [join(repository.root, path), join(worktree.path, path)]
  makeFolders(worktree.path, dirname(path))
  if (content === undefined) await copyFile(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE)
  else {
    writePlainFile(to, content)
    chmodSync(to, statSync(from).mode & 0o777)
  }
}

function link({ root }: Repository, worktree: Worktree, path: string): void {
  const to = join(worktree.path, path)
  if (isThere(to)) return
  if (!isThere(join(root, path)))
    throw new RefusedError(`\`checkout.link\` names ${path}, which is not in ${root}`)
  makeFolders(worktree.path, dirname(path))
  symlinkSync(join(root, path), to)
}

/** Never writes through a link in the checkout. */
function makeFolders(root: string, path: string): void {
  let folder = root
  for (const name of path.split('/').filter(part => part !== '.')) {
    folder = join(folder, name)
    if (!isThere(folder)) mkdirSync(folder)
    if (!lstatSync(folder).isDirectory())
      throw new RefusedError(`${path} cannot be copied into the checkout: ${name} is not a folder there`)
  }
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined
}
