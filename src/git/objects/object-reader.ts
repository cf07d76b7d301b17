import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { type GitPlace, spawnGit } from '../process/run-git.ts'
import type { ObjectId } from './objects.ts'

export interface GitObject {
  readonly id: ObjectId
  readonly type: string
  readonly content: Buffer
}

export type ObjectInfo = Omit<GitObject, 'content'> & { readonly size: number }

/** A question, and the callback for its answer. */
type Request = (
  | { readonly kind: 'contents'; readonly resolve: (object: GitObject | undefined) => void }
  | { readonly kind: 'info'; readonly resolve: (info: ObjectInfo | undefined) => void }
) & {
  readonly name: string
  readonly reject: Reject
  /** Whether a process has already exited on it. */
  readonly isAskedAgain: boolean
}

type Reject = (error: Error) => void

const mostAnswered = 10_000

/**
 * Reads objects through one `git cat-file --batch-command` that stays open: much faster than a process for each. It starts with the
 * first question. Close it when done.
 */
export class ObjectReader {
  private readonly place: GitPlace
  private git: ChildProcessWithoutNullStreams | undefined
  private requests: Request[] = []
  /** How many of them, from the front, have their answer: taking each out would move all the others. */
  private answered = 0
  private received: Buffer = Buffer.alloc(0)
  /** Questions of this turn of the event loop: written together. */
  private unsent = ''

  constructor(place: GitPlace) {
    this.place = place
  }

  /** The object, or undefined if none has that name. Names: ids, refs, `<commit>:<path>`. */
  read(name: string): Promise<GitObject | undefined> {
    return new Promise((resolve, reject) =>
      this.ask({ kind: 'contents', name, resolve, reject, isAskedAgain: false }),
    )
  }

  /** Type and size of an object, without its content. */
  readInfo(name: string): Promise<ObjectInfo | undefined> {
    return new Promise((resolve, reject) =>
      this.ask({ kind: 'info', name, resolve, reject, isAskedAgain: false }),
    )
  }

  close(): void {
    this.send()
    this.git?.stdin.end()
  }

  private ask(request: Request): void {
    if (/[\n\0]/.test(request.name)) request.resolve(undefined)
    else {
      this.git ??= this.start()
      this.requests.push(request)
      if (this.unsent === '') queueMicrotask(() => this.send())
      this.unsent += `${request.kind} ${request.name}\n`
    }
  }

  private send(): void {
    const text = this.unsent
    this.unsent = ''
    this.git?.stdin.write(text)
  }

  private start(): ChildProcessWithoutNullStreams {
    const git = spawnGit(this.place, ['cat-file', '--batch-command'])
    git.stdout.on('data', (chunk: Buffer) => this.receive(chunk))
    git.once('error', error => this.askAgain(git, error))
    git.once('close', code => this.askAgain(git, new Error(`git cat-file ended (exit code ${code})`)))
    git.stderr.resume()
    return git
  }

  private receive(chunk: Buffer): void {
    this.received = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk])
    while (this.answerNext()) {}
  }

  /** Answers the oldest request if all of its answer has arrived. */
  private answerNext(): boolean {
    const request = this.requests[this.answered]
    const lineEnd = this.received.indexOf('\n')
    if (request === undefined || lineEnd === -1) return false
    const header = this.received.subarray(0, lineEnd).toString()
    const info = toInfo(header)
    const bodyLength = info !== undefined && request.kind === 'contents' ? info.size + 1 : 0
    const end = lineEnd + 1 + bodyLength
    if (this.received.length < end) return false

    this.dropRequest()
    const body = this.received.subarray(lineEnd + 1, end - 1)
    this.received = this.received.subarray(end)
    if (request.kind === 'info') request.resolve(info)
    else request.resolve(info && { id: info.id, type: info.type, content: Buffer.from(body) })
    return true
  }

  private dropRequest(): void {
    this.answered++
    if (this.answered < mostAnswered && this.answered < this.requests.length) return
    this.requests = this.requests.slice(this.answered)
    this.answered = 0
  }

  /**
   * Asks a new process the questions that an exited one left unanswered: it may have been killed. The oldest question may have
   * caused the exit, so it is not asked a third time.
   */
  private askAgain(git: ChildProcessWithoutNullStreams, error: Error): void {
    if (this.git !== git) return
    this.git = undefined
    this.unsent = ''
    this.received = Buffer.alloc(0)
    const [oldest, ...others] = this.requests.slice(this.answered)
    this.requests = []
    this.answered = 0
    if (oldest?.isAskedAgain) oldest.reject(error)
    else if (oldest !== undefined) this.ask({ ...oldest, isAskedAgain: true })
    for (const request of others) this.ask(request)
  }
}

/** Reads `<id> <type> <size>`; anything else (`<name> missing`, `<name> ambiguous`) means no such object. */
function toInfo(header: string): ObjectInfo | undefined {
  const match = /^([0-9a-f]{40,64}) (\w+) (\d+)$/.exec(header)
  if (match === null) return undefined
  return { id: match[1] as string, type: match[2] as string, size: Number(match[3]) }
}
