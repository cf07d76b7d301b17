import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { type GitPlace, spawnGit } from './run-git.ts'

const done = Symbol('done')

/**
 * One `git update-ref --stdin` that stays open for many transactions: each moves all of its refs or none. It starts with the first
 * transaction, and again after a failed one.
 */
export class RefUpdater {
  private readonly place: GitPlace
  private git: ChildProcessWithoutNullStreams | undefined
  private queue: Promise<unknown> = Promise.resolve()

  constructor(place: GitPlace) {
    this.place = place
  }

  /** @param commands Lines of `git update-ref --stdin -z`. Returns git's message if it refused; undefined: done. */
  transact(commands: string): Promise<string | undefined> {
    // A killed process prints nothing: then the transaction has not begun, and a new process gets it.
    const attempt = async () =>
      (await this.run(commands)) ?? (await this.run(commands)) ?? 'git update-ref ended'
    const result = this.queue.then(attempt).then(answer => (answer === done ? undefined : answer))
    this.queue = result.catch(() => undefined) // transactions are independent
    return result
  }

  close(): void {
    this.git?.stdin.end()
  }

  /** git's answer: `done`, or a refusal. Undefined: it exited silently. */
  private async run(commands: string): Promise<string | typeof done | undefined> {
    this.git ??= this.start()
    const git = this.git
    const { outcome, complaint } = await tell(git, `start\0${commands}prepare\0commit\0`)
    if (outcome === 'done') return done
    this.git = undefined
    return complaint || undefined
  }

  private start(): ChildProcessWithoutNullStreams {
    const args = ['update-ref', '--no-deref', '--stdin', '-z', '-m', 'parallel-agents']
    const git = spawnGit(this.place, args)
    git.on('error', () => {}) // "close" follows
    git.once('close', () => {
      if (this.git === git) this.git = undefined // it exited between transactions
    })
    return git
  }
}

/** Sends git one transaction, and waits for its answer or exit. Leaves no listener behind. */
function tell(
  git: ChildProcessWithoutNullStreams,
  commands: string,
): Promise<{ outcome: 'done' | 'ended'; complaint: string }> {
  return new Promise(resolve => {
    let answer = ''
    let complaint = ''
    const onAnswer = (chunk: Buffer) => {
      answer += String(chunk)
      if (answer.includes('commit: ok')) settle('done')
    }
    const onComplaint = (chunk: Buffer) => {
      complaint += String(chunk)
    }
    const onClose = () => settle('ended')
    git.stdout.on('data', onAnswer)
    git.stderr.on('data', onComplaint)
    git.on('close', onClose)
    git.stdin.write(commands)

    function settle(outcome: 'done' | 'ended'): void {
      git.stdout.off('data', onAnswer)
      git.stderr.off('data', onComplaint)
      git.off('close', onClose)
      resolve({ outcome, complaint: complaint.trim() })
    }
  })
}
