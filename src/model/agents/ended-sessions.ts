/** A conversation with an agent whose task has ended. */
export interface EndedSession {
  /** The name of the agent in the plan. */
  readonly agent: string
  readonly id: string
  /** What it has cost; undefined: unknown. */
  readonly costUsd: number | undefined
  /** The home in which the agent keeps it; undefined: that of the user. */
  readonly home: string | undefined
}

/** Conversations that another task of this process may continue. After a crash, that task begins one of its own. */
export class EndedSessions {
  private readonly sessions = new Map<string, EndedSession>()

  keep(task: string, session: EndedSession): void {
    this.sessions.set(task, session)
  }

  /** The tasks whose conversations nobody has continued. */
  get left(): string[] {
    return [...this.sessions.keys()]
  }

  /** Each is continued once. */
  take(task: string): EndedSession | undefined {
    const session = this.sessions.get(task)
    this.sessions.delete(task)
    return session
  }
}
