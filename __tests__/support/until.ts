import { setTimeout as sleep } from 'node:timers/promises'

/** Waits until something is true. Fails after ten seconds. */
export async function until(isTrue: () => boolean): Promise<void> {
  const deadline = Date.now() + 10_000
  while (!isTrue()) {
    if (Date.now() > deadline) throw new Error('it did not become true in ten seconds')
    await sleep(20)
  }
}
