import { setTimeout as sleep } from 'node:timers/promises'
import type { Agent } from '../../model/plan.ts'
import { tryCollisionText } from '../adapters/collisions.ts'
import { tryKindOfWords } from '../errors/classify-error.ts'
import type { CommandEnd } from '../process/supervise.ts'
import { toTellingLine } from '../process/telling-line.ts'
import type { AcpSession } from './acp-session.ts'

/** How long a cancelled agent may take to report the usage of its turn. */
const cancelMilliseconds = 3000

/** How an attempt in a session ended, in the terms of a command, after the last messages have arrived. */
export async function settleSession(
  session: AcpSession,
  agent: Agent,
  end: CommandEnd,
  work: Promise<void>,
): Promise<CommandEnd> {
  if (end.kind === 'finished') {
    if (session.isAlive && session.connection?.signal.aborted !== true)
      return { kind: 'exited', code: 0, seconds: end.seconds }
    const code = (await Promise.race([session.group.ended, sleep(cancelMilliseconds, undefined)])) ?? 137
    return noteDeath(session, agent, { kind: 'exited', code, seconds: end.seconds })
  }
  if (end.kind === 'exited') return noteDeath(session, agent, end)
  if (end.kind === 'stalled' && !session.isOpen) noteSilence(session)
  session.cancel()
  const isSettled = await Promise.race([work.then(() => true), sleep(cancelMilliseconds, false)])
  session.isUsable &&= isSettled
  return end
}

/** A program that waits for something else, such as a person, instead of the protocol, will do so again. */
function noteSilence(session: AcpSession): void {
  session.unfit = 'it started, but did not answer the Agent Client Protocol'
  session.log.add({
    acp: 'error',
    error: { message: session.unfit, kind: session.hasAnswered ? 'task' : 'permanent' },
  })
}

/** Exit codes of a program that is missing, cannot be run, or does not know its arguments. */
const wrongStartCodes = [2, 64, 126, 127]

function toStartingKind(code: number): 'permanent' | 'transient' {
  return wrongStartCodes.includes(code) ? 'permanent' : 'transient'
}

/** A session does not end by itself: with any exit code, it was interrupted. */
function noteDeath(
  session: AcpSession,
  agent: Agent,
  end: Extract<CommandEnd, { kind: 'exited' }>,
): CommandEnd {
  const lines = session.log.lastLines
  const collision = session.isOpen ? undefined : tryCollisionText(agent, lines)
  if (collision !== undefined) {
    session.log.add({ acp: 'error', error: { message: collision, kind: 'transient' } })
    return end
  }
  const words = lines.length === 0 ? '' : `: ${toTellingLine(lines)}`
  const known = tryKindOfWords(words)
  const kind = known ?? (session.isOpen ? 'task' : toStartingKind(end.code))
  const message = session.isOpen
    ? `ended in the middle of its session with exit code ${end.code}${words}`
    : `it ended with exit code ${end.code} before a session started${words}`
  if (!session.isOpen && known === undefined) session.unfit = message
  session.log.add({ acp: 'error', error: { message, kind } })
  return end
}
