import type { AcpSession } from './acp-session.ts'

/** A conversation of an agent in a dead process. */
export interface PausedSession {
  /** The name of the agent in the plan. */
  readonly agent: string
  readonly id: string
  /** Its cost until then; undefined: unknown or none. */
  readonly costUsd: number | undefined
}

/** Keeps the conversation with an agent from one attempt to the next. */
export class SessionSlot {
  private held: { readonly agent: string; readonly session: AcpSession } | undefined
  left: PausedSession | undefined
  /** Agents with unusable servers, which run by their command lines. */
  readonly unfit = new Set<string>()

  /** Whether the next prompt of this agent would continue a conversation. */
  continues(agent: string): boolean {
    return this.held?.agent === agent || this.left?.agent === agent
  }

  /** Takes the session out for use; a session of another agent, or an ended one, is closed. */
  async take(agent: string): Promise<AcpSession | undefined> {
    const { held } = this
    this.held = undefined
    if (held === undefined) return undefined
    if (held.agent === agent && held.session.isAlive) {
      await held.session.thaw()
      return held.session
    }
    await held.session.close()
    return undefined
  }

  /** Keeps the session, frozen, until it is taken. One that does not stand still is closed, and can be resumed. */
  async keep(agent: string, session: AcpSession): Promise<void> {
    if (await session.freeze()) {
      this.held = { agent, session }
      return
    }
    await session.close()
    this.left = toPaused(agent, session)
  }

  /** Ends the process. Returns the conversation for resuming it; undefined: none. */
  async close(): Promise<PausedSession | undefined> {
    const { held, left } = this
    this.held = undefined
    this.left = undefined
    await held?.session.close()
    return held === undefined ? left : toPaused(held.agent, held.session)
  }
}

function toPaused(agent: string, { id, usage }: AcpSession): PausedSession | undefined {
  return id === undefined ? undefined : { agent, id, costUsd: usage.sessionCostUsd }
}
