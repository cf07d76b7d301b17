import type { Task } from '../../model/plan.ts'

/** What parallel tasks require of a lane. */
export interface SideBySideLane {
  /** Whether a task can start, or never will. */
  canBegin(task: Task): boolean
  /** Waits for a task's prerequisites while nothing else runs here. */
  untilReady(task: Task): Promise<void>
  perform(task: Task): Promise<void>
  /** After a while, imports what other lanes have handed over. */
  look(): Promise<void>
}

/**
 * Runs tasks in order, this many in parallel. With one slot it waits for the next task; with more, a ready task overtakes waiting
 * ones. In both cases the first unfinished task of the whole order can always start, so that lanes never wait in a circle.
 */
export async function performSideBySide(
  tasks: readonly Task[],
  slots: number,
  lane: SideBySideLane,
): Promise<void> {
  const pending = [...tasks]
  const running = new Set<Promise<void>>()
  let looking: Promise<void> | undefined

  while (pending.length > 0 || running.size > 0) {
    const [next] = pending
    const candidates = running.size === slots ? [] : pending.slice(0, slots === 1 ? 1 : pending.length)
    const task = candidates.find(candidate => lane.canBegin(candidate))
    if (task !== undefined) begin(task)
    else if (running.size === 0) await lane.untilReady(next as Task)
    else await Promise.race([...running, ...candidates.slice(0, 1).map(look)])
  }
  await looking

  function begin(task: Task): void {
    pending.splice(pending.indexOf(task), 1)
    const ended = lane.perform(task).finally(() => running.delete(ended))
    running.add(ended)
  }

  function look(): Promise<void> {
    looking ??= lane.look().finally(() => {
      looking = undefined
    })
    return looking
  }
}
