import type { AcpSession } from './acp-session.ts'

/** Keeps the conversation with an agent from one attempt to the next. */
export class SessionSlot {
  private held: { readonly agent: string; readonly session: AcpSession } | undefined
  /** A conversation that this agent had in a process that is gone. */
  left: { readonly agent: string; readonly id: string } | undefined
  /** Agents whose servers turned out to be unfit, so that their command lines are run. */
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

  /** Keeps the session, frozen, until it is taken. */
  async keep(agent: string, session: AcpSession): Promise<void> {
    await session.freeze()
    this.held = { agent, session }
  }

  async close(): Promise<void> {
    const { held } = this
    this.held = undefined
    this.left = undefined
    await held?.session.close()
  }
}
