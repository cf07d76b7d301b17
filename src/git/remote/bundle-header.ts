import type { ObjectId } from '../objects/objects.ts'
import type { Ref } from '../refs/refs.ts'

/** The part of a bundle before its objects. */
export interface BundleHeader {
  /** Commits that the bundle requires and does not contain. */
  readonly prerequisites: readonly ObjectId[]
  readonly refs: readonly Ref[]
  /** Bytes before the pack. */
  readonly packOffset: number
  /** Number of objects in the pack. */
  readonly objects: number
}

export type HeaderReading =
  | { readonly kind: 'read'; readonly header: BundleHeader }
  | { readonly kind: 'damaged'; readonly reason: string }

/** Signature, version and number of objects. */
const packHeaderBytes = 12

/**
 * Reads the header of a bundle (gitformat-bundle, versions 2 and 3). The pack after it can be given to git directly, so no second
 * parser interprets the same bytes differently.
 *
 * @param start The first bytes of the file.
 * @param format `sha1` or `sha256`: a bundle of the other format is refused.
 */
export function readBundleHeader(start: Buffer, format: string): HeaderReading {
  const end = start.indexOf('\n\n')
  if (end === -1) return damaged('its header has no end')
  const packOffset = end + 2
  const pack = start.subarray(packOffset, packOffset + packHeaderBytes)
  if (pack.length < packHeaderBytes || pack.toString('latin1', 0, 4) !== 'PACK')
    return damaged('it holds no pack')

  const [signature = '', ...lines] = start.toString('latin1', 0, end).split('\n')
  const problem = tryLineProblem(signature, lines, format)
  if (problem !== undefined) return damaged(problem)
  return {
    kind: 'read',
    header: {
      prerequisites: lines
        .filter(line => line.startsWith('-'))
        .map(line => line.slice(1).split(' ')[0] ?? ''),
      refs: lines.filter(line => /^[0-9a-f]/.test(line)).map(toRef),
      packOffset,
      objects: pack.readUInt32BE(8),
    },
  }
}

function damaged(reason: string): HeaderReading {
  return { kind: 'damaged', reason: `it is not a bundle that can be read: ${reason}` }
}

function tryLineProblem(signature: string, lines: readonly string[], format: string): string | undefined {
  const version = /^# v([23]) git bundle$/.exec(signature)?.[1]
  if (version === undefined) return 'it begins with no known signature'
  const capabilities = lines.filter(line => line.startsWith('@'))
  const known = version === '3' ? `@object-format=${format}` : undefined
  const unknown = capabilities.find(line => line !== known)
  if (unknown !== undefined) return `it requires ${JSON.stringify(unknown)}`
  if (format !== 'sha1' && capabilities.length === 0) return `its objects are not ${format}`
  const id = format === 'sha1' ? '[0-9a-f]{40}' : '[0-9a-f]{64}'
  const pattern = new RegExp(`^(@.*|-${id}( .*)?|${id} .+)$`)
  const odd = lines.find(line => !pattern.test(line))
  return odd === undefined ? undefined : `its header has the line ${JSON.stringify(odd.slice(0, 100))}`
}

function toRef(line: string): Ref {
  const space = line.indexOf(' ')
  return { id: line.slice(0, space), name: line.slice(space + 1) }
}
