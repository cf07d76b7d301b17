/** A number of runners that jobs take turns on. */
export class RunnerPool {
  private free: number
  private readonly waiting: (() => void)[] = []

  constructor(count: number) {
    this.free = count
  }

  /** Waits for a runner. Answers with what gives it back. */
  async take(): Promise<() => void> {
    if (this.free > 0) this.free -= 1
    else await new Promise<void>(resolve => this.waiting.push(resolve))
    let isTaken = true
    return () => {
      if (!isTaken) return
      isTaken = false
      const next = this.waiting.shift()
      if (next === undefined) this.free += 1
      else next()
    }
  }
}
