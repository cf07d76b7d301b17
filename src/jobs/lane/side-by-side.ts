import type { Task } from '../../model/plan.ts'

/** What doing several tasks of a lane at once needs of it. */
export interface SideBySideLane {
  /** Whether a task can begin, or never will. */
  canBegin(task: Task): boolean
  /** Waits for what a task builds on while nothing else is going on here. */
  untilReady(task: Task): Promise<void>
  perform(task: Task): Promise<void>
  /** After a while, takes what has arrived from other lanes. */
  look(): Promise<void>
}

/**
 * Does tasks in their order, so many at once. With one slot the next one is waited for; with more, a task that can begin overtakes those
 * that wait. Either way the first task of the whole order that is not done can always begin, so that lanes never wait in a circle.
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
