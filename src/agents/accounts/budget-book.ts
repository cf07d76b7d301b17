import type { Budget, RunBudget, Task, TaskId } from '../../model/plan.ts'
import type { Usage } from '../../model/usage.ts'
import { Waiters } from './waiters.ts'

type Unit = keyof Budget

/** Amounts spent, in the units of budgets. */
export type Spent = Readonly<Record<Unit, number>>

const measures: Readonly<Record<Unit, (usage: Usage | undefined, seconds: number) => number>> = {
  usd: usage => usage?.costUsd ?? 0,
  tokens: usage => usage?.total ?? 0,
  minutes: (_, seconds) => seconds / 60,
}
const units = Object.keys(measures) as Unit[]
const nothing = toAmounts(() => 0)
/** Sums of amounts are not exact. */
const rounding = 1e-9
/** For an unknown agent, an attempt reserves this part of a budget. */
const defaultShare = 0.05

/** The part of a budget that is reserved for an attempt. */
export interface Reservation {
  readonly agent: string
  readonly amount: Spent
}

/** Tracks the budget of a run: an attempt reserves the average of its agent's attempts, and settles at its end. */
export class BudgetBook {
  private readonly whole: RunBudget
  private readonly share: number
  private spent = nothing
  /** Running attempts, with what each has spent so far. */
  private readonly running = new Map<Reservation, Spent>()
  private readonly history = new Map<string, { readonly sum: Spent; readonly count: number }>()
  private readonly earlier = new Map<TaskId, Spent>()
  private readonly waiters = new Waiters()
  private readonly unknown = new Set<string>()

  /** @param share The part of the budget that this job may spend: 1, or less if other jobs share the run. */
  constructor(budget: RunBudget, share: number) {
    this.whole = budget
    this.share = share
  }

  private get budget(): RunBudget {
    const limits = units.flatMap(unit => {
      const limit = this.whole[unit]
      return limit === undefined ? [] : [[unit, limit * this.share] as const]
    })
    return { ...Object.fromEntries(limits), onEnd: this.whole.onEnd }
  }

  /** Counts spending outside of a reservation. */
  add(usage: Usage | undefined, seconds: number): void {
    this.spent = plus(this.spent, toSpent(usage, seconds))
  }

  /** Notes what earlier attempts at a task have spent, whose result was dropped. */
  noteEarlier(task: TaskId, usage: Usage | undefined, seconds: number): void {
    this.earlier.set(task, plus(this.earlierOf(task), toSpent(usage, seconds)))
  }

  private earlierOf(task: TaskId): Spent {
    return this.earlier.get(task) ?? nothing
  }

  /** "the budget of the task ($5) is used up", by all attempts at it, given those that its result counts; undefined: it is not. */
  tryUsedUpBy({ id, budget }: Task, usage: Usage | undefined, seconds: number): string | undefined {
    const unit = tryExceeded(budget, plus(this.earlierOf(id), toSpent(usage, seconds)))
    return unit && `the budget of the task (${toLimitText(unit, budget[unit] ?? 0)}) is used up`
  }

  /**
   * Waits until an attempt fits into the rest of the budget. Undefined: it never will. The first attempt of a run always fits.
   *
   * @param estimateMinutes The task's estimate, if any.
   */
  async reserve(
    agent: string,
    estimateMinutes: number | undefined,
    signal: AbortSignal,
  ): Promise<Reservation | undefined> {
    for (;;) {
      const amount = this.estimate(agent, estimateMinutes)
      const isFirst = this.running.size === 0 && units.every(unit => this.spent[unit] === 0)
      if (isFirst || this.fits(amount)) {
        const reservation = { agent, amount }
        this.running.set(reservation, nothing)
        return reservation
      }
      if (signal.aborted || this.running.size === 0) return undefined
      await this.waiters.wait(signal)
    }
  }

  /** Replaces a reservation by the actual amounts. */
  settle(reservation: Reservation, usage: Usage | undefined, seconds: number): void {
    const used = toSpent(usage, seconds)
    const { sum, count } = this.history.get(reservation.agent) ?? { sum: nothing, count: 0 }
    this.history.set(reservation.agent, { sum: plus(sum, used), count: count + 1 })
    this.running.delete(reservation)
    this.spent = plus(this.spent, used)
    this.waiters.wake()
  }

  /** Gives a reservation back: its attempt does not start. */
  giveBack(reservation: Reservation): void {
    this.running.delete(reservation)
    this.waiters.wake()
  }

  /** Notes what a running attempt has spent. Whether it must stop: all of them together have used up the budget, and the plan says so. */
  mustStop(reservation: Reservation, usage: Usage, seconds: number): boolean {
    if (this.running.has(reservation)) this.running.set(reservation, toSpent(usage, seconds))
    return this.budget.onEnd === 'stop' && tryExceeded(this.budget, this.spentSoFar) !== undefined
  }

  /** Whether an agent's use is unknown in this unit for the first time. */
  isFirstUnknown(agent: string, unit: Unit): boolean {
    const key = `${unit} ${agent}`
    const isFirst = !this.unknown.has(key)
    this.unknown.add(key)
    return isFirst
  }

  /** Why an agent cannot start, or was stopped: "the budget of the run ($20) is used up". */
  describe(agent: string, estimateMinutes: number | undefined): string {
    const isOnly = this.share === 1
    const used = tryExceeded(this.budget, this.spentSoFar)
    const amount = this.estimate(agent, estimateMinutes)
    const lacking = units.find(unit => this.spentSoFar[unit] + amount[unit] > this.limitOf(unit))
    const unit = used ?? lacking
    if (unit === undefined) return 'the budget of the run is used up'
    const whole = `the budget of the run (${toLimitText(unit, this.whole[unit] ?? 0)})`
    const part = toShort(unit, this.limitOf(unit))
    const owner = isOnly ? whole : `this job's share (${part}) of ${whole}`
    if (used !== undefined) return `${owner} is used up`
    const rest = toShort(unit, this.limitOf(unit) - this.spentSoFar[unit])
    return `the rest of ${owner} is ${rest}, and an attempt of ${agent} is expected to take ${toShort(unit, amount[unit])}`
  }

  private limitOf(unit: Unit): number {
    return this.budget[unit] ?? Number.POSITIVE_INFINITY
  }

  private get spentSoFar(): Spent {
    return [...this.running.values()].reduce(plus, this.spent)
  }

  private fits(amount: Spent): boolean {
    const expected = [...this.running].map(([reserved, soFar]) => larger(reserved.amount, soFar))
    const total = plus(expected.reduce(plus, this.spent), amount)
    return units.every(unit => total[unit] <= this.limitOf(unit) * (1 + rounding))
  }

  private estimate(agent: string, estimateMinutes: number | undefined): Spent {
    const known = this.history.get(agent)
    const share = (unit: Unit) => (this.budget[unit] ?? 0) * defaultShare
    const guess = (unit: Unit) => (known === undefined ? share(unit) : known.sum[unit] / known.count)
    return { ...toAmounts(guess), minutes: estimateMinutes ?? guess('minutes') }
  }
}

/** The unit of a budget that is used up; undefined: none. */
function tryExceeded(budget: Budget, spent: Spent): Unit | undefined {
  return units.find(unit => spent[unit] >= (budget[unit] ?? Number.POSITIVE_INFINITY) * (1 - rounding))
}

function toSpent(usage: Usage | undefined, seconds: number): Spent {
  return toAmounts(unit => measures[unit](usage, seconds))
}

/** `$20`, `4000000 tokens`, `240 minutes`. */
function toLimitText(unit: Unit, limit: number): string {
  return unit === 'usd' ? `$${limit}` : `${limit} ${unit}`
}

/** The same for computed amounts. */
function toShort(unit: Unit, amount: number): string {
  return toLimitText(unit, unit === 'tokens' ? Math.round(amount) : Number(amount.toPrecision(3)))
}

function plus(a: Spent, b: Spent): Spent {
  return toAmounts(unit => a[unit] + b[unit])
}

function larger(a: Spent, b: Spent): Spent {
  return toAmounts(unit => Math.max(a[unit], b[unit]))
}

function toAmounts(amountOf: (unit: Unit) => number): Spent {
  return Object.fromEntries(units.map(unit => [unit, amountOf(unit)])) as Spent
}
