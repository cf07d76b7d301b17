import { setTimeout as sleep } from 'node:timers/promises'
import { sizeOfPlainFile } from '../../files/plain-file.ts'
import { type GroupRequest, type ProcessGroup, startGroup, stopGroup } from './process-group.ts'

/** How a supervised command ended. */
export type CommandEnd =
  | { readonly kind: 'exited'; readonly code: number; readonly seconds: number }
  | { readonly kind: 'timed-out'; readonly seconds: number }
  | { readonly kind: 'stalled'; readonly seconds: number }
  | { readonly kind: 'stopped'; readonly seconds: number }
  | { readonly kind: 'not-started'; readonly reason: string; readonly seconds: number }

export interface SupervisedRequest extends GroupRequest {
  readonly timeoutMinutes: number
  /** The command is stopped when none of these files grew for so long. */
  readonly stallMinutes: number
  readonly stallFiles: readonly string[]
  readonly signal: AbortSignal
}

const pollMilliseconds = 200

/** Runs a command to its end, or stops it: when its time is over, when it says nothing any more, or when it is told to. */
export async function supervise(request: SupervisedRequest): Promise<CommandEnd> {
  const startedAt = performance.now()
  const seconds = () => (performance.now() - startedAt) / 1000
  if (request.signal.aborted) return { kind: 'stopped', seconds: 0 }

  let group: ProcessGroup
  try {
    group = await startGroup(request)
  } catch (error) {
    return { kind: 'not-started', reason: (error as Error).message, seconds: seconds() }
  }
  const reason = await Promise.race([
    group.ended.then(() => 'exited' as const),
    untilStopReason(request, group.ended),
  ])
  if (reason !== 'exited') await stopGroup(group)
  const code = await group.ended
  return reason === 'exited'
    ? { kind: 'exited', code: code ?? 137, seconds: seconds() }
    : { kind: reason, seconds: seconds() }
}

/** Resolves with the reason to stop, if one comes up before the command ends. */
async function untilStopReason(
  request: SupervisedRequest,
  ended: Promise<unknown>,
): Promise<'timed-out' | 'stalled' | 'stopped'> {
  const watch = new AbortController()
  const stopWatching = () => watch.abort()
  void ended.then(stopWatching)
  request.signal.addEventListener('abort', stopWatching, { once: true })
  const quiet = new QuietTimer(request.stallFiles)
  const deadline = performance.now() + request.timeoutMinutes * 60_000
  try {
    while (!watch.signal.aborted) {
      if (performance.now() >= deadline) return 'timed-out'
      if (quiet.minutes() >= request.stallMinutes) return 'stalled'
      await sleep(pollMilliseconds, undefined, { signal: watch.signal }).catch(() => {}) // woken early
    }
    return 'stopped'
  } finally {
    request.signal.removeEventListener('abort', stopWatching)
  }
}

/** Knows for how long none of some files has grown. */
class QuietTimer {
  private readonly files: readonly string[]
  private sizes = ''
  private since = performance.now()

  constructor(files: readonly string[]) {
    this.files = files
  }

  minutes(): number {
    const sizes = this.files.map(file => sizeOfPlainFile(file)).join(' ')
    if (sizes !== this.sizes) {
      this.sizes = sizes
      this.since = performance.now()
    }
    return (performance.now() - this.since) / 60_000
  }
}
