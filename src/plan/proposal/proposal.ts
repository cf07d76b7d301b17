import * as z from 'zod'

/** The minimal shape for further checks: the schema of the plan file covers the rest. */
export const proposalSchema = z.looseObject({
  name: z.string().optional(),
  tasks: z.record(z.string(), z.looseObject({})),
})

/** A plan written by a model. None of it is trusted. */
export type Proposal = z.output<typeof proposalSchema>

export interface ProposedTask {
  readonly id: string
  readonly prompt: unknown
  readonly needs: readonly string[]
  readonly files: readonly string[]
  readonly test: string | undefined
  readonly agent: string | undefined
  readonly keys: readonly string[]
}

export function listProposedTasks({ tasks }: Proposal): ProposedTask[] {
  return Object.entries(tasks).map(([id, task]) => ({
    id,
    prompt: task.prompt,
    needs: toTexts(task.needs),
    files: toTexts(task.files),
    test: typeof task.test === 'string' ? task.test : undefined,
    agent: typeof task.agent === 'string' ? task.agent : undefined,
    keys: Object.keys(task),
  }))
}

/** The files that several tasks rely on. */
export function listContracts({ integration }: Proposal): readonly string[] {
  return toTexts((integration as { contracts?: unknown } | null | undefined)?.contracts)
}

function toTexts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter(item => typeof item === 'string') : []
}
