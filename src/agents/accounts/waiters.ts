/** Callers that wait for the same change. */
export class Waiters {
  private readonly wakes = new Set<() => void>()

  /** Until the next `wake`, or until the signal aborts. */
  async wait(signal: AbortSignal): Promise<void> {
    let wake = () => {}
    const woken = new Promise<void>(resolve => {
      wake = resolve
    })
    this.wakes.add(wake)
    signal.addEventListener('abort', wake)
    if (!signal.aborted) await woken
    signal.removeEventListener('abort', wake)
    this.wakes.delete(wake)
  }

  wake(): void {
    for (const wake of this.wakes) wake()
  }
}
