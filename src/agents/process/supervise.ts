import { Liveness } from './liveness.ts'
import { PauseMeter } from './pause-meter.ts'
import { type GroupRequest, type ProcessGroup, startGroup, stopGroup } from './process-group.ts'
import { type Resources, ResourceWatch, toMostUse } from './resources/resource-watch.ts'

/** How a supervised command ended. */
export type CommandEnd =
  | { readonly kind: 'exited'; readonly code: number; readonly seconds: number }
  | { readonly kind: 'timed-out'; readonly seconds: number }
  | { readonly kind: 'stalled'; readonly seconds: number }
  | { readonly kind: 'stopped'; readonly seconds: number }
  /** It had finished its work and did not exit. */
  | { readonly kind: 'finished'; readonly seconds: number }
  /** It exceeded a limit that its caller counts. */
  | { readonly kind: 'over-limit' | 'over-budget'; readonly seconds: number }
  /** It exceeded a resource limit of the machine. */
  | { readonly kind: 'over-resources'; readonly reason: string; readonly seconds: number }
  | { readonly kind: 'not-started'; readonly reason: string; readonly seconds: number }

export type SupervisedRequest = Omit<GroupRequest, 'most'> & WatchedRequest

export interface WatchedRequest {
  /** The command's working directory. */
  readonly directory: string
  readonly timeoutMinutes: number
  /** The command is stopped after this time without any activity. */
  readonly stallMinutes: number
  /** Files that grow with the command's output. */
  readonly stallFiles: readonly string[]
  readonly resources: Resources
  readonly signal: AbortSignal
  /** It has announced to wait until then (performance.now()). */
  readonly waitsUntil?: () => number
  /** Polled: a reason to end the command early. */
  readonly early?: () => EarlyEnd | undefined
}

export type EarlyEnd = 'finished' | 'over-limit' | 'over-budget'

type StopReason = 'timed-out' | 'stalled' | 'stopped' | EarlyEnd | { readonly excess: string }

const pollMilliseconds = 200

/** Runs a command until it ends, or stops it: on timeout, on inactivity, or on request. */
export async function supervise(request: SupervisedRequest): Promise<CommandEnd> {
  const startedAt = performance.now()
  const pauses = new PauseMeter()
  const seconds = () => (performance.now() - startedAt - pauses.pausedMilliseconds) / 1000
  if (request.signal.aborted) return { kind: 'stopped', seconds: 0 }

  let group: ProcessGroup
  try {
    group = await startGroup({ ...request, most: toMostUse(request.resources.limits) })
  } catch (error) {
    return { kind: 'not-started', reason: (error as Error).message, seconds: seconds() }
  }
  const reason = await Promise.race([
    group.ended.then(() => 'exited' as const),
    untilStopReason(request, group, pauses),
  ])
  if (reason !== 'exited') await stopGroup(group)
  const code = await group.ended
  return reason === 'exited' ? toExit(group, request, { code, seconds: seconds() }) : toEnd(reason, seconds())
}

/** The kernel ends a command that uses too much memory. */
function toExit(
  group: ProcessGroup,
  { resources }: WatchedRequest,
  { code, seconds }: { readonly code: number | null; readonly seconds: number },
): CommandEnd {
  const excess = code === 0 ? undefined : new ResourceWatch(group, resources).tryRefusal()
  if (excess !== undefined) return toEnd({ excess }, seconds)
  return { kind: 'exited', code: code ?? 137, seconds }
}

function toEnd(reason: StopReason, seconds: number): CommandEnd {
  return typeof reason === 'string'
    ? { kind: reason, seconds }
    : { kind: 'over-resources', reason: reason.excess, seconds }
}

/** Supervises one piece of work of a longer-lived command, until it is done, or the command ends or must be stopped. */
export async function superviseWork(
  request: WatchedRequest,
  group: ProcessGroup,
  work: Promise<unknown>,
): Promise<CommandEnd> {
  const startedAt = performance.now()
  const pauses = new PauseMeter()
  const done = new AbortController()
  const finished = work.then(() => 'finished' as const)
  const reason = await Promise.race([
    finished,
    group.ended.then(() => 'exited' as const),
    untilStopReason({ ...request, signal: AbortSignal.any([request.signal, done.signal]) }, group, pauses),
  ])
  done.abort()
  const seconds = (performance.now() - startedAt - pauses.pausedMilliseconds) / 1000
  if (reason === 'exited') return toExit(group, request, { code: await group.ended, seconds })
  return reason === 'finished' ? { kind: reason, seconds } : toEnd(reason, seconds)
}

/** Resolves with a reason to stop, if there is one before the command ends. */
async function untilStopReason(
  request: WatchedRequest,
  group: ProcessGroup,
  pauses: PauseMeter,
): Promise<StopReason> {
  const watch = new AbortController()
  const stopWatching = () => watch.abort()
  void group.ended.then(stopWatching)
  request.signal.addEventListener('abort', stopWatching, { once: true })
  const liveness = toLiveness(request, group.pid)
  const use = new ResourceWatch(group, request.resources)
  let deadline = performance.now() + request.timeoutMinutes * 60_000
  try {
    while (!watch.signal.aborted) {
      if (performance.now() >= deadline) return 'timed-out'
      const early = request.early?.()
      if (early !== undefined) return early
      if (await liveness.isStalled()) return 'stalled'
      const excess = await use.tryExcess()
      if (excess !== undefined) return { excess }
      const paused = await pauses.sleep(pollMilliseconds, watch.signal)
      deadline += paused
      liveness.passOver(paused)
    }
    return 'stopped'
  } finally {
    await use.close()
    request.signal.removeEventListener('abort', stopWatching)
  }
}

function toLiveness(request: WatchedRequest, group: number): Liveness {
  const { stallMinutes, stallFiles: files, directory, waitsUntil = () => 0 } = request
  return new Liveness({ group, stallMinutes, files, directory, waitsUntil })
}
