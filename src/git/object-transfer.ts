import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { pipeline } from 'node:stream/promises'

/** How a transfer went wrong, in the words of git; undefined: it did not. */
export type TransferFailure = string | undefined

/**
 * Lets one git pack objects and another one take them. When one of the two ends early, the other one is ended as well: it would
 * wait for its neighbour without end.
 *
 * @param startTaker Starts the git that takes them, once the first bytes of the pack are known.
 */
export async function transferObjects(
  pack: ChildProcessWithoutNullStreams,
  startTaker: (first: Buffer) => ChildProcessWithoutNullStreams,
): Promise<TransferFailure> {
  const packed = untilEnd(pack)
  const chunks = pack.stdout[Symbol.asyncIterator]() as AsyncIterator<Buffer, undefined>
  const first = await chunks.next().catch(() => undefined)
  if (first === undefined || first.done) return (await packed) ?? 'there was nothing to take over'

  const taker = startTaker(first.value)
  taker.stdout.resume()
  const taken = untilEnd(taker)
  const rest = async function* () {
    yield first.value
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value
  }
  await pipeline(rest, taker.stdin).catch(() => {}) // it closes its end as soon as it has the whole pack, or when it dies
  pack.stdout.destroy()
  const [packFailure, takeFailure] = await Promise.all([packed, taken])
  // A pack ends in a checksum of all of it: whoever took it without complaint has everything.
  return takeFailure && [packFailure, takeFailure].filter(text => text !== undefined).join('; ')
}

/** What git said at last when it did not end well. */
async function untilEnd(git: ChildProcessWithoutNullStreams): Promise<TransferFailure> {
  const said: string[] = []
  git.stderr.on('data', chunk => said.push(String(chunk)))
  const code = await new Promise<number | null | Error>(resolve => {
    git.once('error', resolve)
    git.once('close', resolve)
  })
  if (code === 0) return undefined
  if (code instanceof Error) return code.message
  return said.join('').trim().split('\n').at(-1) || `git ended early (exit code ${code})`
}
