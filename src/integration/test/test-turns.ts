/** One run of a test, shared or exclusive. */
export interface TestTurn<Slot> {
  readonly slot: Slot
  readonly isAlone: boolean
  /** Whether another test overlapped with this one. */
  hasOverlapped: boolean
}

interface Waiting<Slot> {
  readonly isAlone: boolean
  readonly start: (turn: TestTurn<Slot>) => void
}

/**
 * Hands out slots in order of request. An exclusive turn waits until no test runs, and later turns wait for its end: its failures
 * have no other test as their cause.
 */
export class TestTurns<Slot> {
  private readonly free: Slot[]
  private readonly running = new Set<TestTurn<Slot>>()
  private readonly waiting: Waiting<Slot>[] = []

  constructor(slots: readonly Slot[]) {
    this.free = slots.toReversed()
  }

  take(isAlone: boolean): Promise<TestTurn<Slot>> {
    return new Promise(start => {
      this.waiting.push({ isAlone, start })
      this.startNext()
    })
  }

  release(turn: TestTurn<Slot>): void {
    this.running.delete(turn)
    this.free.push(turn.slot)
    this.startNext()
  }

  private startNext(): void {
    for (;;) {
      const [next] = this.waiting
      const slot = this.free.at(-1)
      if (next === undefined || slot === undefined || !this.canStart(next)) return
      this.waiting.shift()
      this.free.pop()
      next.start(this.begin(slot, next.isAlone))
    }
  }

  private canStart({ isAlone }: Waiting<Slot>): boolean {
    return this.running.size === 0 || (!isAlone && ![...this.running].some(turn => turn.isAlone))
  }

  private begin(slot: Slot, isAlone: boolean): TestTurn<Slot> {
    const turn = { slot, isAlone, hasOverlapped: this.running.size > 0 }
    for (const other of this.running) other.hasOverlapped = true
    this.running.add(turn)
    return turn
  }
}
