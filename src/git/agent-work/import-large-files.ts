import { createHash, randomBytes } from 'node:crypto'
import { constants, existsSync } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isFolder, sizeOfPlainFile } from '../../files/plain-file.ts'
import type { Repository } from '../repository/open-repository.ts'

const idPattern = /^[0-9a-f]{64}$/

/** Limit of all copies together. A file with holes takes no space, but its copy does. */
const mostBytes = 8_000_000_000

/**
 * Copies objects of Git LFS from an agent's git directory to the repository: commits hold only pointers to them. Objects whose
 * content does not match their name are skipped. Returns what could not be copied.
 */
export async function importLargeFiles(repository: Repository, gitDirectory: string): Promise<string[]> {
  const problems: string[] = []
  const to = join(repository.directory, 'lfs')
  let bytesLeft = mostBytes
  for (const [folder, id] of await listLargeFiles(join(gitDirectory, 'lfs'))) {
    const place = join(to, 'objects', id.slice(0, 2), id.slice(2, 4))
    if (existsSync(join(place, id))) continue
    const from = join(folder, id)
    bytesLeft -= sizeOfPlainFile(from)
    if (bytesLeft < 0)
      return [...problems, `files in Git LFS cannot be kept: more than ${mostBytes / 1e9} GB`]
    const copy = { from, temporary: join(to, 'tmp', randomBytes(6).toString('hex')) }
    const problem = await tryCopy(copy, id, place).catch(error => `${id}: ${(error as Error).message}`)
    if (problem !== undefined) problems.push(`a file in Git LFS cannot be kept: ${problem}`)
  }
  return problems
}

/** The folders and names of its objects. Links are not followed. */
async function listLargeFiles(storage: string): Promise<[string, string][]> {
  if (!isFolder(storage)) return []
  const found: [string, string][] = []
  for (const first of await listFolders(join(storage, 'objects')))
    for (const folder of await listFolders(first))
      for (const name of await readdir(folder)) if (idPattern.test(name)) found.push([folder, name])
  return found
}

async function listFolders(folder: string): Promise<string[]> {
  if (!isFolder(folder)) return []
  const names = (await readdir(folder)).filter(name => /^[0-9a-f]{2}$/.test(name))
  return names.map(name => join(folder, name)).filter(isFolder)
}

async function tryCopy(
  { from, temporary }: { readonly from: string; readonly temporary: string },
  id: string,
  place: string,
): Promise<string | undefined> {
  const source = await open(from, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
  try {
    if (!(await source.stat()).isFile()) return undefined
    if ((await hashOf(source)) !== id) return undefined // before it takes space
    await mkdir(join(temporary, '..'), { recursive: true })
    if ((await copyAndHash(source, temporary)) !== id) return undefined
    await mkdir(place, { recursive: true })
    await rename(temporary, join(place, id))
    return undefined
  } finally {
    await source.close()
    await rm(temporary, { force: true })
  }
}

async function hashOf(source: FileHandle): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of source.createReadStream({ autoClose: false, start: 0 }))
    hash.update(chunk as Buffer)
  return hash.digest('hex')
}

async function copyAndHash(source: FileHandle, path: string): Promise<string> {
  const hash = createHash('sha256')
  const target = await open(path, 'wx', 0o444)
  try {
    for await (const chunk of source.createReadStream({ autoClose: false, start: 0 })) {
      hash.update(chunk as Buffer)
      await target.write(chunk as Buffer)
    }
    await target.sync()
  } finally {
    await target.close()
  }
  return hash.digest('hex')
}
