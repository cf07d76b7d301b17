import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { pipeline } from 'node:stream/promises'
import { endWhenOverdue } from './run-git.ts'

export interface PipeEnd {
  /** Whether both have finished their work. */
  readonly isComplete: boolean
  /** The last line of their errors. */
  readonly said: string | undefined
}

/** Pipes the output of one git into another. If one dies, the other ends too, instead of waiting for ever. */
export async function pipeGit(
  from: ChildProcessWithoutNullStreams,
  to: ChildProcessWithoutNullStreams,
): Promise<PipeEnd> {
  for (const git of [from, to]) endWhenOverdue(git)
  const complaints = [from, to].map(collectComplaint)
  to.stdout.resume()
  const ends = Promise.all([untilClosed(from), untilClosed(to)])
  // Their exit codes report errors. A reader may close its input early without an error.
  await pipeline(from.stdout, to.stdin).catch(() => {})
  const codes = await ends
  // The reader's error is a consequence of the writer's.
  const said = complaints.map(complaint => complaint()).find(text => text !== '')
  return { isComplete: codes.every(code => code === 0), said }
}

/** Collects the errors of a git process; returns the last line. */
function collectComplaint(git: ChildProcessWithoutNullStreams): () => string {
  let text = ''
  git.stderr.on('data', chunk => {
    text += String(chunk)
  })
  return () => text.trim().split('\n').at(-1) ?? ''
}

/** The exit code; null if git was killed or could not be started. */
function untilClosed(git: ChildProcessWithoutNullStreams): Promise<number | null> {
  return new Promise(resolve => {
    git.once('error', () => resolve(null))
    git.once('close', resolve)
  })
}
