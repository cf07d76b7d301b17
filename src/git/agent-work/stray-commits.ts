import { readPlainText } from '../../files/plain-file.ts'
import { harnessIdentity, writeCommit } from '../objects/commits.ts'
import { type ObjectId, writeObject } from '../objects/objects.ts'
import type { TreeEntry } from '../objects/tree-entry.ts'
import { tryGit } from '../process/run-git.ts'
import type { ControlRepository } from '../repository/control-repository.ts'
import { editTree } from '../trees/tree-edit.ts'
import { folderMode } from '../trees/tree-objects.ts'
import type { Worktree } from '../worktree/worktree.ts'
import { findGitDirectories, listNamedIds, toIds } from './agent-git-directory.ts'
import { importCommits } from './import-commits.ts'
import { importLargeFiles } from './import-large-files.ts'
import { type CommitsRequest, listAbsent, tryFindPlacedFile } from './placed-objects.ts'

/** An agent's commits outside of its branch. `problems` names those that could not be imported. */
export interface Strays {
  readonly commits: readonly ObjectId[]
  readonly problems: readonly string[]
}

export interface StrayRequest {
  readonly worktree: Worktree
  /** The commit that the agent started from. */
  readonly start: ObjectId
  /** Commits of the repository: their history does not count. */
  readonly held: readonly ObjectId[]
}

/**
 * Imports commits that the agent made and abandoned: on other branches, in the stash, reverted by a reset or an amend, or in a
 * repository of its own. The presence of an object in the repository proves nothing: a crashed process may have imported it. Only
 * what a ref reaches is safe.
 */
export async function importStrays(control: ControlRepository, request: StrayRequest): Promise<Strays> {
  const strays: Strays[] = []
  for (const gitDirectory of await findGitDirectories(request.worktree)) {
    strays.push(await importFrom(control, gitDirectory, request))
    const problems = await importLargeFiles(control.repository, gitDirectory)
    strays.push({ commits: [], problems })
  }
  return {
    commits: [...new Set(strays.flatMap(({ commits }) => commits))],
    problems: strays.flatMap(({ problems }) => problems),
  }
}

async function importFrom(
  control: ControlRepository,
  gitDirectory: string,
  { worktree, start, held }: StrayRequest,
): Promise<Strays> {
  const shown = new Set([start, ...toIds(readPlainText(worktree.shownRefs))])
  const { ids, isMore } = await listNamedIds(gitDirectory)
  if (isMore) return { commits: [], problems: ['its git directory names too many commits to inspect'] }
  const named = [...ids].filter(id => !shown.has(id))
  const wanted = await withoutReachable(control, named, held)
  const problems = await importEach(control, { worktree, gitDirectory, start }, wanted)
  const commits: ObjectId[] = []
  const others = new Map<ObjectId, TreeEntry>()
  for (const id of wanted.filter(id => !problems.has(id))) {
    await addTags(control, id, others)
    const object = await control.repository.objects.readInfo(`${id}^{}`)
    if (object === undefined) problems.set(id, `${id} is not there`)
    else if (object.type === 'commit') commits.push(object.id)
    else others.set(object.id, { mode: object.type === 'tree' ? folderMode : '100644', id: object.id })
  }
  if (others.size > 0) commits.push(await writeHolder(control, others))
  return { commits, problems: [...problems.values()] }
}

/** Adds an annotated tag, and those that it tags, as files with their text: no commit can have a tag as a parent or an entry. */
async function addTags(
  control: ControlRepository,
  id: ObjectId,
  entries: Map<ObjectId, TreeEntry>,
): Promise<void> {
  const { objects, store } = control.repository
  const object = await objects.readInfo(id)
  if (object?.type !== 'tag' || entries.has(id)) return
  const content = (await objects.read(id))?.content ?? ''
  entries.set(id, { mode: '100644', id: await writeObject(store, 'blob', content) })
  const tagged = /^object (\S+)$/m.exec(String(content))?.[1]
  if (tagged !== undefined) await addTags(control, tagged, entries)
}

/** A ref may point to a file, a folder or a tag: a commit keeps them. The same ones make the same commit. */
async function writeHolder(
  { repository }: ControlRepository,
  entries: ReadonlyMap<ObjectId, TreeEntry>,
): Promise<ObjectId> {
  const empty = await writeObject(repository.store, 'tree', '')
  return writeCommit(repository.store, {
    tree: await editTree(repository, empty, entries),
    parents: [],
    author: harnessIdentity,
    committer: harnessIdentity,
    date: 0,
    message: 'Files, folders and tags reachable from refs of the agent, by id',
    trailers: [],
  })
}

/** Each takes a process. */
const mostTries = 100

/** Imports all at once, or in ever smaller parts if that fails: an unreadable one must not affect the others. */
async function importEach(
  control: ControlRepository,
  { worktree, gitDirectory, start }: Omit<CommitsRequest, 'commits'>,
  ids: readonly ObjectId[],
): Promise<Map<ObjectId, string>> {
  const absent = await listAbsent(control, gitDirectory, ids)
  const problems = new Map([...absent].map(id => [id, `${id} is not there`]))
  const commits = ids.filter(id => !absent.has(id))
  if (commits.length === 0) return problems
  const placed = await tryFindPlacedFile(control, { worktree, gitDirectory, commits, start })
  if (placed !== undefined)
    return new Map(ids.map(id => [id, `${id} may contain ${placed}, a copy of your file`]))
  const waiting = [commits]
  for (let tries = 0; waiting.length > 0; tries++) {
    const part = waiting.shift() as ObjectId[]
    const result = tries < mostTries ? await importCommits(control, gitDirectory, part, start) : tooMany
    if (result.kind === 'imported') continue
    if (part.length === 1 || tries >= mostTries)
      for (const id of part) problems.set(id, `${id} cannot be read: ${result.reason}`)
    else waiting.push(part.slice(0, part.length / 2), part.slice(part.length / 2))
  }
  return problems
}

const tooMany = { kind: 'refused', reason: 'too many others cannot be read' } as const

/** The ids that the repository lacks, or that no ref and no held commit reaches. Tags: they may be on a commit that is reached. */
async function withoutReachable(
  control: ControlRepository,
  ids: readonly ObjectId[],
  held: readonly ObjectId[],
): Promise<ObjectId[]> {
  const { objects, place } = control.repository
  const commits = new Map<ObjectId, ObjectId>()
  const tags = new Set<ObjectId>()
  for (const id of ids) {
    if ((await objects.readInfo(id))?.type === 'tag') tags.add(id)
    const commit = await objects.readInfo(`${id}^{commit}`)
    if (commit !== undefined) commits.set(id, commit.id)
  }
  if (commits.size === 0) return [...ids]
  const lines = [...commits.values(), ...held.map(commit => `^${commit}`)]
  const walk = await tryGit(place, ['rev-list', '--stdin', '--not', '--all'], `${lines.join('\n')}\n`)
  if (walk.code !== 0) return [...ids] // a broken ref in the repository: keep too much rather than too little
  const unreachable = new Set(walk.stdout.split('\n'))
  return ids.filter(id => {
    const commit = commits.get(id)
    return commit === undefined || unreachable.has(commit) || tags.has(id)
  })
}
