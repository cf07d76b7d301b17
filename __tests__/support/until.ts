import { setTimeout as sleep } from 'node:timers/promises'

/** Waits until something is true. Fails after a minute. */
export async function until(isTrue: () => boolean): Promise<void> {
  const deadline = Date.now() + 60_000
  while (!isTrue()) {
    if (Date.now() > deadline) throw new Error('it did not become true within a minute')
    await sleep(20)
  }
}
