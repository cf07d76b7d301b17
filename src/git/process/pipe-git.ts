import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { pipeline } from 'node:stream/promises'
import { endWhenOverdue } from './run-git.ts'

export interface PipeEnd {
  /** Whether both have done all of their work. */
  readonly isComplete: boolean
  /** The last line of what they complained about. */
  readonly said: string | undefined
}

/** Gives one git what another one prints. When one of them dies, the other one ends too, instead of waiting for ever. */
export async function pipeGit(
  from: ChildProcessWithoutNullStreams,
  to: ChildProcessWithoutNullStreams,
): Promise<PipeEnd> {
  for (const git of [from, to]) endWhenOverdue(git)
  const complaints = [from, to].map(collectComplaint)
  to.stdout.resume()
  const ends = Promise.all([untilClosed(from), untilClosed(to)])
  // What went wrong is said by their exit codes. A reader that has all it needs may close its end first: that is nothing wrong.
  await pipeline(from.stdout, to.stdin).catch(() => {})
  const codes = await ends
  // What the reader complains about follows from what went wrong with the writer.
  const said = complaints.map(complaint => complaint()).find(text => text !== '')
  return { isComplete: codes.every(code => code === 0), said }
}

/** Collects what a git complains about; answers with the last line of it. */
function collectComplaint(git: ChildProcessWithoutNullStreams): () => string {
  let text = ''
  git.stderr.on('data', chunk => {
    text += String(chunk)
  })
  return () => text.trim().split('\n').at(-1) ?? ''
}

/** The exit code; null for a git that was killed or could not be started. */
function untilClosed(git: ChildProcessWithoutNullStreams): Promise<number | null> {
  return new Promise(resolve => {
    git.once('error', () => resolve(null))
    git.once('close', resolve)
  })
}
