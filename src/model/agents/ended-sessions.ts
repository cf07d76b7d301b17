/** A conversation of an ended task. */
export interface EndedSession {
  /** The name of the agent in the plan. */
  readonly agent: string
  readonly id: string
  /** Its cost so far; undefined: unknown. */
  readonly costUsd: number | undefined
  /** The home in which the agent stores it; undefined: the user's. */
  readonly home: string | undefined
}

/** Conversations for other tasks of this process to continue. After a crash, those tasks begin their own. */
export class EndedSessions {
  private readonly sessions = new Map<string, EndedSession>()

  keep(task: string, session: EndedSession): void {
    this.sessions.set(task, session)
  }

  /** The tasks with unclaimed conversations. */
  get left(): string[] {
    return [...this.sessions.keys()]
  }

  /** Each can be continued once. */
  take(task: string): EndedSession | undefined {
    const session = this.sessions.get(task)
    this.sessions.delete(task)
    return session
  }
}
