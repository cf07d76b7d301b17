import { setTimeout as sleep } from 'node:timers/promises'

/** Longest wait for a quota in a job: beyond it, starting the rest of the run again costs less than a runner that sleeps. */
export const longestQuotaWaitInJobMs = 15 * 60_000

/** How the delays between polls grow, in seconds. */
export interface Growth {
  readonly first: number
  readonly factor: number
  readonly longest: number
}

/** The next delay, after this many earlier ones, in seconds, without jitter. */
export function toDelay({ first, factor, longest }: Growth, delaysBefore: number): number {
  return Math.min(longest, first * factor ** delaysBefore)
}

/** 75 to 125 % of an amount, so that waiters do not retry at the same time. */
export function jitter(amount: number): number {
  return amount * (0.75 + Math.random() / 2)
}

/** A little more than an amount: for times before which a service refuses every request. */
export function jitterAfter(seconds: number, most: number): number {
  return seconds + Math.random() * most
}

export function sleepSeconds(seconds: number): Promise<void> {
  return sleep(seconds * 1000)
}

export interface Retries {
  /** Before each retry, in seconds. After the last, the error is thrown. */
  readonly delays: readonly number[]
  /** The seconds to wait after an error instead of its delay; undefined if a retry cannot help. */
  readonly toWait: (error: unknown, delay: number) => number | undefined
  readonly wait: (seconds: number) => Promise<void>
}

/** Repeats work until it succeeds, or until a retry cannot help: then its error is thrown. */
export async function retry<T>({ delays, toWait, wait }: Retries, work: () => Promise<T>): Promise<T> {
  for (let retries = 0; ; retries++) {
    try {
      return await work()
    } catch (error) {
      const delay = delays[retries]
      const seconds = delay === undefined ? undefined : toWait(error, delay)
      if (seconds === undefined) throw error
      await wait(seconds)
    }
  }
}
