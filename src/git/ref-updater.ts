import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import type { GitPlace } from './run-git.ts'
import { findGit } from './run-git.ts'

/**
 * One `git update-ref --stdin` that stays open and carries out one transaction after another: each moves all of its refs or
 * none. After a transaction that failed, the next one starts a new process. It is started with the first transaction.
 */
export class RefUpdater {
  private readonly place: GitPlace
  private git: ChildProcessWithoutNullStreams | undefined
  private queue: Promise<unknown> = Promise.resolve()

  constructor(place: GitPlace) {
    this.place = place
  }

  /** @param commands Lines of `git update-ref --stdin -z`. Answers with what git said when it refused; undefined: it is done. */
  transact(commands: string): Promise<string | undefined> {
    const result = this.queue.then(() => this.run(commands))
    this.queue = result.catch(() => undefined) // the next transaction does not depend on this one
    return result
  }

  close(): void {
    this.git?.stdin.end()
  }

  private async run(commands: string): Promise<string | undefined> {
    this.git ??= this.start()
    const git = this.git
    let answer = ''
    let complaint = ''
    const outcome = await new Promise<'done' | 'ended'>(resolve => {
      const hear = (chunk: Buffer) => {
        answer += String(chunk)
        if (answer.includes('commit: ok')) resolve('done')
      }
      const complain = (chunk: Buffer) => {
        complaint += String(chunk)
      }
      git.stdout.on('data', hear)
      git.stderr.on('data', complain)
      git.once('close', () => resolve('ended'))
      git.stdin.write(`start\0${commands}prepare\0commit\0`)
    })
    git.stdout.removeAllListeners('data')
    git.stderr.removeAllListeners('data')
    git.removeAllListeners('close')
    if (outcome === 'done') return undefined
    this.git = undefined
    return complaint.trim() || 'git update-ref ended'
  }

  private start(): ChildProcessWithoutNullStreams {
    const args = ['update-ref', '--no-deref', '--stdin', '-z', '-m', 'parallel-agents']
    const { directory, env } = this.place
    const git = spawn(findGit(env), args, { cwd: directory, env })
    git.stdin.on('error', () => {}) // it has ended, and says why on stderr
    git.on('error', () => {}) // "close" follows
    return git
  }
}
