import { platform } from 'node:os'
import { tryProgram } from '../../files/programs.ts'
import { claimUser } from './user-claims.ts'
import { UserPlaces } from './user-places.ts'
import { listReadable, type MachinePlaces, tryUserBlocker } from './user-probes.ts'

/** Commands run as users of their own, without a view of the machine. */
export interface UserSandbox {
  readonly kind: 'user'
  readonly hasOverlays: false
  readonly hasNetwork: false
  readonly users: UserPlaces
  /** Files with keys that these users can read. */
  readonly exposed: readonly string[]
  /** Whether they can start the server of an agent's tools. */
  readonly hasTools: boolean
}

/** Undefined: it is not for this machine or this person, whatever is installed. A text says why it does not work. */
export async function openUserSandbox(places: MachinePlaces): Promise<UserSandbox | string | undefined> {
  if (platform() !== 'linux' || process.getuid?.() !== 0) return undefined
  const missing = (['setpriv', 'find', 'chown'] as const).find(name => tryProgram(name) === undefined)
  if (missing !== undefined) return `${missing} is not installed`
  if ((process.umask() & 0o055) !== 0) return 'files of root are closed to others: run "umask 022"'
  try {
    const claim = await claimUser([])
    try {
      const blocker = await tryUserBlocker(claim.user, places)
      if (blocker !== undefined) return blocker
      const exposed = await listReadable(claim.user, places.secrets)
      const hasTools = (await listReadable(claim.user, places.tools)).length === places.tools.length
      return {
        kind: 'user',
        hasOverlays: false,
        hasNetwork: false,
        users: new UserPlaces(),
        exposed,
        hasTools,
      }
    } finally {
      await claim.release()
    }
  } catch (error) {
    return toReason(error as Error)
  }
}

/** The last line of a program's output says most. */
function toReason({ message, stderr = '' }: Error & { readonly stderr?: string }): string {
  return stderr.trim().split('\n').at(-1) || message
}
