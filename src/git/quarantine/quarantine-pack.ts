import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ObjectInfo } from '../objects/object-reader.ts'
import type { ObjectId } from '../objects/objects.ts'
import { spawnGit } from '../process/run-git.ts'
import type { Quarantine } from './quarantine.ts'
import { QuarantineError } from './quarantine-error.ts'

export interface IndexLimits {
  readonly packBytes: number
  readonly seconds: number
}

/**
 * Imports a pack into a quarantine. git checks the format of every object and that everything it refers to exists; it fails if an
 * object needs more memory than the quarantine allows, before unpacking it. Returns the objects of the pack.
 */
export async function indexPack(
  { repository }: Quarantine,
  pack: Readable,
  limits: IndexLimits,
): Promise<ObjectInfo[]> {
  const size = `--max-input-size=${limits.packBytes}`
  const git = spawnGit(repository.place, ['index-pack', '--strict', '--fix-thin', '--stdin', size])
  const said: string[] = []
  git.stderr.on('data', chunk => said.push(String(chunk)))
  git.stdout.resume()
  const timer = setTimeout(() => git.kill('SIGKILL'), limits.seconds * 1000)
  const closed = once(git, 'close')
  await pipeline(pack, git.stdin).catch(() => {}) // it exited early; its exit code says why
  const [code, signal] = await closed
  clearTimeout(timer)
  if (signal === 'SIGKILL')
    throw new QuarantineError(`git needs more than ${limits.seconds} seconds for its objects`)
  if (code !== 0) throw new QuarantineError(toReason(said.join('')))
  return listPacked(repository)
}

function toReason(said: string): string {
  const lines = said.split('\n').filter(line => line.trim() !== '')
  const memory = lines.map(line => /attempting to allocate (\d+) over limit (\d+)/.exec(line)).find(Boolean)
  if (memory)
    return `one of its objects needs ${memory[1]} bytes of memory, more than the limit of ${memory[2]}`
  const line =
    lines.find(text => /^(error|fatal): /.test(text)) ?? lines.at(-1) ?? 'git ended without a message'
  return `git rejects its objects: ${line.replace(/^(error|fatal): /, '')}`
}

async function listPacked({ store, objects }: Quarantine['repository']): Promise<ObjectInfo[]> {
  const folder = join(store.folder, 'pack')
  const index = (await readdir(folder)).find(name => name.endsWith('.idx'))
  if (index === undefined) throw new Error('git index-pack wrote no index')
  const ids = readIndexIds(await readFile(join(folder, index)), store.format)
  const infos = await Promise.all(ids.map(id => objects.readInfo(id)))
  return infos.filter(info => info !== undefined)
}

/** The ids in a pack index of version 2 (gitformat-pack): after 8 bytes of header and 256 counters of 4 bytes. */
function readIndexIds(index: Buffer, format: string): ObjectId[] {
  const idBytes = format === 'sha256' ? 32 : 20
  const first = 8 + 256 * 4
  const count = index.readUInt32BE(first - 4)
  return Array.from({ length: count }, (_, at) =>
    index.toString('hex', first + at * idBytes, first + (at + 1) * idBytes),
  )
}
