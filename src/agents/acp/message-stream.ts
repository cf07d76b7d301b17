import type { Readable, Writable } from 'node:stream'
import type { AnyMessage, Stream } from '@agentclientprotocol/sdk'
import { type JsonObject, tryJson } from '../output/json-at.ts'

/** A longer line ends the session: no message of the protocol needs so much. */
export const longestMessageBytes = 1 << 23

const lineEnd = 10

export interface StreamListener {
  /** A notification: untrusted, and possibly of any shape. */
  onNotification(method: string, params: unknown): void
  /** A line that is not a message. */
  onText(line: string): void
  onTooLong(): void
}

/**
 * Reads messages from an agent line by line, so that nothing it writes can break the connection: lines that are not messages are
 * passed on as text, unexpected answers are dropped.
 */
export function toMessageStream(input: Writable, output: Readable, listener: StreamListener): Stream {
  const asked = new Set<unknown>()
  return { readable: toReadable(output, asked, listener), writable: toWritable(input, asked) }
}

function toWritable(input: Writable, asked: Set<unknown>): WritableStream<AnyMessage> {
  return new WritableStream({
    write: message => {
      if ('method' in message && 'id' in message) asked.add(message.id)
      return new Promise<void>(resolve => {
        // An agent that has exited does not read; its exit is noticed elsewhere.
        input.write(`${JSON.stringify(message)}\n`, () => resolve())
      })
    },
  })
}

function toReadable(
  output: Readable,
  asked: Set<unknown>,
  listener: StreamListener,
): ReadableStream<AnyMessage> {
  const lines = new Lines()
  let isOpen = true
  return new ReadableStream({
    start(controller) {
      output.on('data', (chunk: Buffer) => {
        if (!isOpen) return
        const messages = lines.take(chunk).map(line => tryMessage(line, asked, listener))
        for (const message of messages) if (message !== undefined) controller.enqueue(message)
        if (lines.isTooLong) listener.onTooLong()
      })
      output.once('close', () => {
        if (isOpen) controller.close()
        isOpen = false
      })
    },
    cancel() {
      isOpen = false
    },
  })
}

/** A request, or the answer to one of ours. Anything else goes to the listener, or is dropped. */
function tryMessage(line: string, asked: Set<unknown>, listener: StreamListener): AnyMessage | undefined {
  const message = tryJson(line.trim())
  if (message?.jsonrpc !== '2.0') {
    if (line.trim() !== '') listener.onText(line)
    return undefined
  }
  const { method } = message
  if (typeof method !== 'string')
    return isAwaited(message, asked) ? (message as unknown as AnyMessage) : undefined
  if ('id' in message) return message as unknown as AnyMessage
  listener.onNotification(method, message.params)
  return undefined
}

function isAwaited(message: JsonObject, asked: Set<unknown>): boolean {
  return asked.delete(message.id)
}

/** Splits bytes into lines, and buffers no more than the longest message. */
class Lines {
  isTooLong = false
  private parts: Buffer[] = []
  private bytes = 0

  take(chunk: Buffer): string[] {
    const lines: string[] = []
    let start = 0
    for (let end = chunk.indexOf(lineEnd); end !== -1; end = chunk.indexOf(lineEnd, start)) {
      this.keep(chunk.subarray(start, end))
      if (this.isTooLong) return lines
      lines.push(Buffer.concat(this.parts).toString('utf8'))
      this.drop()
      start = end + 1
    }
    this.keep(chunk.subarray(start))
    return lines
  }

  private keep(part: Buffer): void {
    this.bytes += part.length
    this.isTooLong ||= this.bytes > longestMessageBytes
    if (this.isTooLong) this.parts = []
    else this.parts.push(part)
  }

  private drop(): void {
    this.parts = []
    this.bytes = 0
  }
}
