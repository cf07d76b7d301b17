import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { requireProgram, tryProgram } from '../../files/programs.ts'
import type { ObjectId } from '../objects/objects.ts'
import type { GitPlace } from '../process/run-git.ts'
import { type MergeRecord, readMergeRecord } from './merge-record.ts'

interface Waiting {
  readonly reader: ReturnType<typeof readMergeRecord>
  readonly resolve: (record: MergeRecord | undefined) => void
}

const answerMilliseconds = 1000

/**
 * One `git merge-tree --stdin` that stays open. git before 2.49 buffers its answers in a pipe; `stdbuf` fixes that where it is
 * installed. If the first question gets no answer, none will.
 */
export class MergeServer {
  private readonly place: GitPlace
  private git: ChildProcessWithoutNullStreams | undefined
  private state: 'new' | 'open' | 'useless' = 'new'
  private waiting: Waiting[] = []
  private received = ''

  constructor(place: GitPlace) {
    this.place = place
  }

  /** The merge of two commits; undefined: use another process. */
  async tryMerge(ours: ObjectId, theirs: ObjectId): Promise<MergeRecord | undefined> {
    if (this.state === 'new') await this.start(ours)
    return this.state === 'open' ? this.ask(ours, theirs) : undefined
  }

  close(): void {
    this.git?.stdin.end()
    this.state = 'useless'
  }

  private async start(commit: ObjectId): Promise<void> {
    const unbuffered = tryProgram('stdbuf')
    if (unbuffered === undefined) return this.giveUp()
    this.state = 'open'
    const command = [requireProgram('git'), 'merge-tree', '--write-tree', '--stdin', '-z']
    const { directory: cwd, env } = this.place
    this.git = spawn(unbuffered, ['-o0', ...command], { cwd, env, detached: true })
    this.git.stdout.setEncoding('utf8').on('data', (text: string) => this.receive(text))
    this.git.stderr.resume()
    this.git.stdin.on('error', () => this.giveUp()) // it exited: other processes answer the questions
    this.git.on('error', () => this.giveUp())
    this.git.on('close', () => this.giveUp())
    const timer = setTimeout(() => this.giveUp(), answerMilliseconds)
    await this.ask(commit, commit)
    clearTimeout(timer)
  }

  private ask(ours: ObjectId, theirs: ObjectId): Promise<MergeRecord | undefined> {
    return new Promise(resolve => {
      const reader = readMergeRecord()
      reader.next()
      this.waiting.push({ reader, resolve })
      this.git?.stdin.write(`${ours} ${theirs}\n`)
    })
  }

  private receive(text: string): void {
    const fields = (this.received + text).split('\0')
    this.received = fields.pop() ?? ''
    for (const field of fields) this.takeField(field)
  }

  private takeField(field: string): void {
    const { done, value } = this.tryRead(field) ?? {}
    if (done) this.waiting.shift()?.resolve(value)
  }

  /** On unreadable output another process is asked, which reports the error. */
  private tryRead(field: string): IteratorResult<undefined, MergeRecord> | undefined {
    try {
      return this.waiting[0]?.reader.next(field)
    } catch {
      this.giveUp()
      return undefined
    }
  }

  private giveUp(): void {
    this.state = 'useless'
    this.git?.kill()
    for (const { resolve } of this.waiting.splice(0)) resolve(undefined)
  }
}
