import type { TestRepository } from './repository.ts'

/** A task of a test plan: what its scripted agent does, in sh, and the rest as in a plan file. Without a script it names an agent. */
export interface ScriptedTask {
  readonly script?: string
  readonly needs?: readonly string[]
  readonly files?: readonly string[]
  readonly [key: string]: unknown
}

/** A plan whose agents are shell scripts. */
export function toPlanText(
  tasks: Readonly<Record<string, ScriptedTask>>,
  rest: Readonly<Record<string, unknown>> = {},
): string {
  const agents: Record<string, { command: string }> = {}
  const entries = Object.entries(tasks).map(([id, { script, ...task }]) => {
    if (script === undefined) return [id, task] as const
    agents[`does-${id}`] = { command: script }
    return [id, { agent: `does-${id}`, ...task }] as const
  })
  const plan = {
    name: 'Test',
    'backoff-seconds': [0.01],
    ...rest,
    agents: { ...(rest.agents as object | undefined), ...agents },
    tasks: Object.fromEntries(entries),
  }
  return JSON.stringify(plan, null, 2)
}

/** Writes such a plan. It is not committed. */
export function writePlan(
  repository: TestRepository,
  tasks: Readonly<Record<string, ScriptedTask>>,
  rest: Readonly<Record<string, unknown>> = {},
): void {
  repository.write({ 'plan.yml': toPlanText(tasks, rest) })
}
