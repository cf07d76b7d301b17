import { execFile } from 'node:child_process'
import { platform } from 'node:os'
import { promisify } from 'node:util'
import { requireProgram, tryProgram } from '../files/programs.ts'
import { toBubblewrap } from './bubblewrap.ts'

/** Which walls stand around commands that run in checkouts. */
export type Sandbox =
  | { readonly kind: 'bubblewrap' }
  /** `reason` says why there is none although one was wanted; null: none was wanted. */
  | { readonly kind: 'none'; readonly reason: string | null }

export const sandboxChoices = ['auto', 'none'] as const
export type SandboxChoice = (typeof sandboxChoices)[number]

const probeMilliseconds = 20_000

/** Finds out by a trial which walls this machine has. */
export async function openSandbox(choice: SandboxChoice): Promise<Sandbox> {
  if (choice === 'none') return { kind: 'none', reason: null }
  if (platform() !== 'linux') return { kind: 'none', reason: `there is none for ${platform()} yet` }
  if (tryProgram('bwrap') === undefined) {
    const reason = 'bubblewrap is not installed ("sudo apt-get install bubblewrap")'
    return { kind: 'none', reason }
  }
  const view = { writable: [], hidden: [], readable: [], blank: [], home: '/dev', homeFiles: [] }
  const [program, ...args] = toBubblewrap(view, '/', [requireProgram('sh'), '-c', ':'])
  try {
    await promisify(execFile)(program, args, { timeout: probeMilliseconds })
    return { kind: 'bubblewrap' }
  } catch (error) {
    return { kind: 'none', reason: toProbeReason(String((error as { stderr?: string }).stderr ?? '')) }
  }
}

function toProbeReason(stderr: string): string {
  const said = stderr.trim().split('\n').at(-1) || 'it did not end'
  const remedy = /namespace|permitted|denied|uid map/i.test(said)
    ? '; on Ubuntu: "sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0"'
    : ''
  return `bubblewrap does not work here (${said}${remedy})`
}

/** What stands and what does not, in one line. */
export function toSandboxLine(sandbox: Sandbox): string {
  if (sandbox.kind === 'bubblewrap') {
    return 'sandbox: bubblewrap. Agents, set-up and tests see no home, no other checkout and no process of yours, and change only their checkout; the network is open'
  }
  const why = sandbox.reason === null ? '' : `: ${sandbox.reason}`
  return `no sandbox${why}. Agents, set-up and tests can read and change all that you can`
}
