import { Transform, type TransformCallback } from 'node:stream'
import { readBeginning } from './client-hello.ts'

const longestBeginning = 1 << 16

/**
 * Ends a tunnel whose TLS asks for a host that is not wanted: a server for many sites, as those of package registries are, answers for
 * the site that is named there, whatever name led to it.
 */
export class TunnelGuard extends Transform {
  private readonly isWanted: (host: string) => boolean
  /** Undefined when it has been checked. */
  private beginning: Buffer | undefined = Buffer.alloc(0)

  constructor(isWanted: (host: string) => boolean) {
    super()
    this.isWanted = isWanted
  }

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    const checked = this.check(chunk)
    if (checked instanceof Error) done(checked)
    else done(null, checked)
  }

  /** What may go on; undefined: nothing yet. */
  private check(chunk: Buffer): Buffer | undefined | Error {
    if (this.beginning === undefined) return chunk
    const bytes = Buffer.concat([this.beginning, chunk])
    const found = readBeginning(bytes)
    const isWanted = found.kind === 'hello' ? found.hosts.every(this.isWanted) : found.kind === 'other'
    this.beginning = isWanted ? undefined : bytes
    if (isWanted) return bytes
    const isComplete = found.kind === 'hello' || bytes.length > longestBeginning
    return isComplete ? new Error('the tunnel leads to another host') : undefined
  }
}
