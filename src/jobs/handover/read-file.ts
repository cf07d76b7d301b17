import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { basename } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { QuarantineError } from '../../git/quarantine/quarantine-error.ts'

/** Opens a foreign file: follows no links, reads only plain files within the size limit. */
export async function withPlainFile<T>(
  path: string,
  most: number,
  work: (file: FileHandle, bytes: number) => Promise<T>,
): Promise<T> {
  const name = basename(path)
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK
  const file = await open(path, flags).catch(error => {
    throw new QuarantineError(toOpenProblem(name, error), { cause: error })
  })
  try {
    const found = await file.stat()
    if (!found.isFile()) throw new QuarantineError(`${name} is not a plain file`)
    if (found.size > most) throw new QuarantineError(`${name} is too large: more than ${most} bytes`)
    return await work(file, found.size)
  } finally {
    await file.close()
  }
}

function toOpenProblem(name: string, error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return `${name} is missing`
  if (error.code === 'ELOOP') return `${name} is a symlink, not a plain file`
  return `${name} cannot be read: ${error.code}`
}

/** At most this many bytes from the beginning of a file. */
export async function readStart(file: FileHandle, most: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(most), 0, most, 0)
  return buffer.subarray(0, bytesRead)
}

/** The SHA-256 of a whole file, in hexadecimal. */
export async function readDigest(file: FileHandle): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(file.createReadStream({ start: 0, autoClose: false }), hash)
  return hash.digest('hex')
}
