import { createHash, randomBytes } from 'node:crypto'
import { mkdir, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { deflate } from 'node:zlib'

export type ObjectId = string

export type ObjectType = 'blob' | 'tree' | 'commit'

/** A folder of git objects that can be written to. */
export interface ObjectStore {
  readonly folder: string
  /** `sha1` or `sha256`. */
  readonly format: string
  /** Whether what is written must survive a loss of power. */
  readonly isDurable: boolean
}

const compress = promisify(deflate)

/** Writes an object as git would (loose), without starting git. Writing the same object twice is harmless. */
export async function writeObject(
  store: ObjectStore,
  type: ObjectType,
  content: Buffer | string,
): Promise<ObjectId> {
  const body = Buffer.from(content)
  const whole = Buffer.concat([Buffer.from(`${type} ${body.length}\0`), body])
  const id = createHash(store.format).update(whole).digest('hex')
  const folder = join(store.folder, id.slice(0, 2))
  const path = join(folder, id.slice(2))
  if (await isWritten(path)) return id

  await mkdir(folder, { recursive: true })
  const temporary = join(folder, `tmp_obj_${randomBytes(6).toString('hex')}`)
  await writeFile(temporary, await compress(whole, { level: 1 }), { mode: 0o444, flush: store.isDurable })
  await rename(temporary, path)
  return id
}

/** A loss of power can leave a file without content. */
async function isWritten(path: string): Promise<boolean> {
  return stat(path).then(
    ({ size }) => size > 0,
    () => false,
  )
}

/** The id that stands for "no object" in ref updates. */
export function toNullId(format: string): ObjectId {
  return '0'.repeat(format === 'sha256' ? 64 : 40)
}
