import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { mkdir, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { deflate, deflateSync } from 'node:zlib'
import type { RecentObjects } from './recent-objects.ts'

export type ObjectId = string

export type ObjectType = 'blob' | 'tree' | 'commit'

/** A writable folder of git objects. */
export interface ObjectStore {
  readonly folder: string
  /** `sha1` or `sha256`. */
  readonly format: string
  /** Whether writes must survive a power failure. */
  readonly isDurable: boolean
  /** What was written last to a store that others collect garbage in. */
  readonly recent?: RecentObjects
}

const compress = promisify(deflate)

/** Writes a loose object, as git would, without starting git. Writing the same object twice is harmless. */
export async function writeObject(
  store: ObjectStore,
  type: ObjectType,
  content: Buffer | string,
): Promise<ObjectId> {
  const whole = toWhole(type, content)
  const id = hash(store.format, whole)
  const folder = join(store.folder, id.slice(0, 2))
  const path = join(folder, id.slice(2))
  if (!store.isDurable) {
    writeAtOnce(folder, path, whole)
    return id
  }
  const write = async () => writeSafely(folder, path, await compress(whole, { level: 1 }))
  store.recent?.add({ path, write, bytes: whole.length })
  if (!(await isWritten(path))) await write()
  return id
}

const mostTries = 20

/** `git gc --prune=now` deletes empty folders and all temporary files, also those of a write in progress. */
async function writeSafely(folder: string, path: string, data: Buffer, tries = 1): Promise<void> {
  const temporary = join(folder, `tmp_obj_${randomBytes(6).toString('hex')}`)
  try {
    await mkdir(folder, { recursive: true })
    await writeFile(temporary, data, { mode: 0o444, flush: true })
    await rename(temporary, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || tries === mostTries) throw error
    await writeSafely(folder, path, data, tries + 1)
  }
}

/** The id that git gives an object. */
export function toObjectId(format: string, type: ObjectType, content: Buffer | string): ObjectId {
  return hash(format, toWhole(type, content))
}

function toWhole(type: ObjectType, content: Buffer | string): Buffer {
  const body = Buffer.from(content)
  return Buffer.concat([Buffer.from(`${type} ${body.length}\0`), body])
}

function hash(format: string, whole: Buffer): ObjectId {
  return createHash(format).update(whole).digest('hex')
}

/** For objects that are discarded with their folder if anything fails: much faster than a safe write. */
function writeAtOnce(folder: string, path: string, whole: Buffer): void {
  mkdirSync(folder, { recursive: true })
  if (!existsSync(path)) writeFileSync(path, deflateSync(whole, { level: 0 }), { mode: 0o444 })
}

/** A power failure can leave an empty file. */
async function isWritten(path: string): Promise<boolean> {
  return stat(path).then(
    ({ size }) => size > 0,
    () => false,
  )
}

/** The id for "no object" in ref updates. */
export function toNullId(format: string): ObjectId {
  return '0'.repeat(format === 'sha256' ? 64 : 40)
}
