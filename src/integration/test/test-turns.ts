/** One run of a test, among others or alone. */
export interface TestTurn<Slot> {
  readonly slot: Slot
  readonly isAlone: boolean
  /** Whether another test ran at any time of this one. */
  hasOverlapped: boolean
}

interface Waiting<Slot> {
  readonly isAlone: boolean
  readonly start: (turn: TestTurn<Slot>) => void
}

/**
 * Hands out slots in the order in which they are asked for. A turn alone waits until no test runs, and those after it wait until it has ended:
 * what fails in it has not failed because of another test.
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
