/** What our comment on an issue says about a workflow run that has not answered it yet. */
export interface CommentState {
  /** `started`: agents work in it. `died`: it ended without a result. */
  readonly kind: 'started' | 'died'
  /** The id of the workflow run. */
  readonly run: number
}

const statePattern = /<!-- parallel-agents: (started|died) (\d+) -->/
/** Links of workflow runs with agents, as written in answers and when a run is published. */
const workLink = /\[(?:The workflow run|The run|An earlier run)\]\((\S+\/actions\/runs\/(\d+))\)/g

export function toStateMark({ kind, run }: CommentState): string {
  return `<!-- parallel-agents: ${kind} ${run} -->`
}

export function tryCommentState(body: string): CommentState | undefined {
  const [, kind, run] = statePattern.exec(body) ?? []
  return kind === undefined ? undefined : { kind: kind as CommentState['kind'], run: Number(run) }
}

export function withoutStateMarks(text: string): string {
  return text.replaceAll(new RegExp(statePattern, 'g'), '')
}

/** The pages of workflow runs with agents that a comment of ours links to. */
export function listWorkLinks(body: string): string[] {
  return [...body.matchAll(workLink)].map(match => match[1] ?? '')
}

/** Whether a workflow run may still say how it ended: its issue has no answer from it or from a later one. Ids of runs grow. */
export function lacksAnswer(body: string, run: number): boolean {
  const state = tryCommentState(body)
  if (state?.run === run) return true
  const linked = [...body.matchAll(workLink)].map(match => Number(match[2]))
  return Math.max(0, state?.run ?? 0, ...linked) < run
}
