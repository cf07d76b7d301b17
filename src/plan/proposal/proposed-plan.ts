import { toSchemaLine } from '../starter/starter-plan.ts'
import { toYamlText } from '../yaml/write-yaml.ts'
import { listContracts, listProposedTasks, type Proposal } from './proposal.ts'
import { proposedKeys } from './proposal-rules.ts'

/** The settings of a plan that people wrote: everything except its tasks. */
export type PlanSettings = Readonly<Record<string, unknown>>

/** A proposal with the settings of people: contracts first, and only the keys that a proposal may hold. */
export function toProposedPlan(settings: PlanSettings, proposal: Proposal): PlanSettings {
  const { name: _, tasks: __, integration, ...rest } = settings
  const contracts = listContracts(proposal)
  const writes = ({ files }: { readonly files: readonly string[] }) =>
    files.some(path => contracts.includes(path))
  const listed = listProposedTasks(proposal)
  const order = [...listed.filter(writes), ...listed.filter(task => !writes(task))]
  const joined = { ...(integration as object | undefined), ...(contracts.length > 0 ? { contracts } : {}) }
  return {
    name: proposal.name ?? 'Plan',
    ...rest,
    tasks: Object.fromEntries(order.map(({ id }) => [id, toTask(proposal.tasks[id] ?? {})])),
    ...(Object.keys(joined).length > 0 ? { integration: joined } : {}),
  }
}

function toTask(task: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(
    proposedKeys.task.filter(key => task[key] !== undefined).map(key => [key, task[key]]),
  )
}

/**
 * The plan as a file for people.
 *
 * @param notes Notes for its reader, one a line.
 */
export function toProposedText(
  plan: PlanSettings,
  schema: string | undefined,
  notes: readonly string[],
): string {
  const comments = notes.flatMap(note => note.split('\n')).map(line => `# ${line}`.trimEnd())
  return `${[...toSchemaLine(schema), ...comments].join('\n')}\n${toYamlText(plan)}`
}
