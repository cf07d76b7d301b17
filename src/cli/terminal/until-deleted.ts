import { setTimeout as sleep } from 'node:timers/promises'
import type { Deletion } from '../../commands/finish-run.ts'
import { toCount } from '../../report/text/text.ts'
import type { Terminal } from './terminal.ts'

/** Time before the first message, and between further ones. */
const pauseSeconds = { first: 2, next: 15 } as const

/** Waits until old checkouts are deleted, after the report was printed, and reports the remaining number if it takes long. */
export async function untilDeleted(terminal: Terminal, deletion: Deletion): Promise<void> {
  const stop = new AbortController()
  const exit = () => process.exit() // with the exit code of the run
  process.once('SIGINT', exit)
  const telling = tellProgress(terminal, deletion, stop.signal)
  await deletion.untilDone()
  stop.abort()
  await telling
  process.off('SIGINT', exit)
}

async function tellProgress(terminal: Terminal, deletion: Deletion, signal: AbortSignal): Promise<void> {
  let pause: number = pauseSeconds.first
  for (;;) {
    await sleep(pause * 1000, undefined, { signal }).catch(() => {}) // everything is deleted
    if (signal.aborted) return
    const folders = `${toCount(deletion.countLeft(), 'folder')} of old checkouts`
    terminal.narrate(
      pause === pauseSeconds.first
        ? `the run is finished; ${folders} are still being deleted in ${deletion.folder}: Ctrl-C is safe, "parallel-agents clean" continues`
        : `${folders} left to delete`,
    )
    pause = pauseSeconds.next
  }
}
