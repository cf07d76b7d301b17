import { deflateRawSync } from 'node:zlib'

export interface ZipEntry {
  readonly name: string
  readonly content: Buffer
  /** What it says its size is; default: the truth. */
  readonly claimedBytes?: number
}

/** An archive of deflated files, with exactly the names that are given. Its checksums are zero. */
export function makeZip(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, claimedBytes = content.length } of entries) {
    const packed = deflateRawSync(content)
    const path = Buffer.from(name)
    const facts = [8, 0, 0, 0, packed.length, claimedBytes, path.length, 0] as const
    const local = Buffer.concat([writeNumbers([0x04034b50, 20, 0], [4, 2, 2]), writeFacts(facts), path])
    const place = writeNumbers([0, 0, 0, 0, offset], [2, 2, 2, 4, 4])
    directory.push(
      Buffer.concat([writeNumbers([0x02014b50, 20, 20, 0], [4, 2, 2, 2]), writeFacts(facts), place, path]),
    )
    parts.push(local, packed)
    offset += local.length + packed.length
  }
  const list = Buffer.concat(directory)
  const end = [0x06054b50, 0, 0, entries.length, entries.length, list.length, offset, 0]
  return Buffer.concat([...parts, list, writeNumbers(end, [4, 2, 2, 2, 2, 4, 4, 2])])
}

function writeFacts(facts: readonly number[]): Buffer {
  return writeNumbers(facts, [2, 2, 2, 4, 4, 4, 2, 2])
}

function writeNumbers(numbers: readonly number[], sizes: readonly number[]): Buffer {
  return Buffer.concat(
    numbers.map((number, index) => {
      const bytes = Buffer.alloc(sizes[index] as number)
      bytes.writeUIntLE(number, 0, bytes.length)
      return bytes
    }),
  )
}
