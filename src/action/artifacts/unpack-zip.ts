import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import { DamagedArtifactError } from '../../jobs/transport/artifact-store.ts'

const inflate = promisify(inflateRaw)

export interface ZipLimits {
  readonly files: number
  /** All files together, unpacked. */
  readonly bytes: number
}

/** An entry of the directory at the end of an archive. */
interface Entry {
  readonly name: string
  readonly isDeflated: boolean
  readonly packedBytes: number
  readonly bytes: number
  /** The offset of its local header. */
  readonly offset: number
}

/**
 * Unpacks an untrusted archive into an empty folder: plain files only, below that folder, each path once, and within the limits,
 * whatever the archive declares. https://pkware.cachefly.net/webdocs/APPNOTE/APPNOTE-6.3.9.TXT
 */
export async function unpackZip(path: string, folder: string, limits: ZipLimits): Promise<void> {
  const archive = await readFile(path)
  const entries = readDirectory(archive)
  if (entries.length > limits.files)
    throw new DamagedArtifactError(`it holds ${entries.length} files, more than ${limits.files}`)
  let room = limits.bytes
  for (const entry of entries) {
    const content = await readContent(archive, entry, room)
    room -= content.length
    await writeNew(join(folder, entry.name), content)
  }
}

const endBytes = 22
const longestComment = 0xffff

function readDirectory(archive: Buffer): Entry[] {
  const end = archive.lastIndexOf('PK\x05\x06', archive.length - endBytes, 'latin1')
  if (end < 0 || end < archive.length - endBytes - longestComment) throw brokenError()
  const entries: Entry[] = []
  let offset = readNumber(archive, end + 16, 4)
  for (let left = readNumber(archive, end + 10, 2); left > 0; left--) {
    if (archive.toString('latin1', offset, offset + 4) !== 'PK\x01\x02') throw brokenError()
    const [name, extra, comment] = [28, 30, 32].map(at => readNumber(archive, offset + at, 2)) as Lengths
    entries.push(readEntry(archive, offset, name))
    offset += 46 + name + extra + comment
  }
  return entries
}

type Lengths = [name: number, extra: number, comment: number]

function readEntry(archive: Buffer, offset: number, nameLength: number): Entry {
  const name = archive.toString('utf8', offset + 46, offset + 46 + nameLength)
  const isPlain = name.split('/').every(part => /^\w[\w.-]*$/.test(part)) && name.length <= 200
  if (!isPlain) throw new DamagedArtifactError(`it contains an unsafe path: ${JSON.stringify(name)}`)
  const method = readNumber(archive, offset + 10, 2)
  if (method !== 0 && method !== 8) throw brokenError()
  return {
    name,
    isDeflated: method === 8,
    packedBytes: readNumber(archive, offset + 20, 4),
    bytes: readNumber(archive, offset + 24, 4),
    offset: readNumber(archive, offset + 42, 4),
  }
}

async function readContent(archive: Buffer, entry: Entry, room: number): Promise<Buffer> {
  const { name, bytes, offset, packedBytes } = entry
  if (bytes > room) throw new DamagedArtifactError(`${name} is too large: ${bytes} bytes`)
  const begin = offset + 30 + readNumber(archive, offset + 26, 2) + readNumber(archive, offset + 28, 2)
  const packed = archive.subarray(begin, begin + packedBytes)
  const content = entry.isDeflated ? await inflateUpTo(packed, bytes) : packed
  if (content.length !== bytes) throw brokenError()
  return content
}

function inflateUpTo(packed: Buffer, bytes: number): Promise<Buffer> {
  return inflate(packed, { maxOutputLength: Math.max(1, bytes) }).catch(error => {
    throw brokenError(error)
  })
}

async function writeNew(path: string, content: Buffer): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, content, { flag: 'wx' })
  } catch (error) {
    if (!isTaken(error as NodeJS.ErrnoException)) throw error
    throw new DamagedArtifactError(`it holds a path twice: ${JSON.stringify(path)}`, { cause: error })
  }
}

/** By the same path, or by a file where it needs a folder. */
function isTaken({ code = '' }: NodeJS.ErrnoException): boolean {
  return ['EEXIST', 'ENOTDIR', 'EISDIR'].includes(code)
}

function readNumber(archive: Buffer, offset: number, size: 2 | 4): number {
  if (offset + size > archive.length) throw brokenError()
  return archive.readUIntLE(offset, size)
}

function brokenError(cause?: unknown): DamagedArtifactError {
  return new DamagedArtifactError('it is not a valid archive', { cause })
}
