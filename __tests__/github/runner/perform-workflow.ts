import { outputTokens } from '../workflow/load-workflow.ts'
import type { JobDefinition } from '../workflow/read-workflow.ts'
import { child, entries, toText } from '../workflow/token.ts'
import type { NodeEnd } from './attempt.ts'
import { performNode } from './perform-node.ts'
import { type Conclusion, combine } from './records.ts'
import { toCallScope, type WorkflowCall } from './workflow-call.ts'

export interface WorkflowEnd {
  readonly result: Conclusion
  readonly outputs: Readonly<Record<string, string>>
  readonly isRedone: boolean
}

/** Does the jobs of a workflow: each as soon as all that it needs has ended. */
export async function performWorkflow(call: WorkflowCall): Promise<WorkflowEnd> {
  const { jobs } = call.loaded.workflow
  const ends = new Map<string, Promise<NodeEnd>>()

  const start = (definition: JobDefinition): Promise<NodeEnd> => {
    const started = ends.get(definition.id) ?? startAfterNeeds(definition)
    ends.set(definition.id, started)
    return started
  }
  const startAfterNeeds = async (definition: JobDefinition): Promise<NodeEnd> => {
    const needed = jobs.filter(job => definition.needs.includes(job.id))
    const results = await Promise.all(needed.map(async job => [job.id, await start(job)] as const))
    return await performAfter(call, definition, new Map(results))
  }

  const rows = await Promise.all(jobs.map(async job => [job.id, await start(job)] as const))
  return {
    result: combine(rows.map(([, end]) => end.result)),
    outputs: toOutputs(call, Object.fromEntries(rows)),
    isRedone: rows.some(([, end]) => end.isRedone),
  }
}

async function performAfter(
  call: WorkflowCall,
  definition: JobDefinition,
  needs: ReadonlyMap<string, NodeEnd>,
): Promise<NodeEnd> {
  const key = `${call.keyPrefix}${definition.id}`
  const ancestors = new Map([...needs.values()].flatMap(end => [...end.chain]))
  const isForced = call.isForced || [...needs.values()].some(end => end.isRedone)
  const { result, outputs, isRedone } = await performNode({
    call,
    definition,
    key,
    needs,
    ancestors,
    isForced,
  })
  const end = { result, outputs, isRedone, chain: new Map([...ancestors, [definition.id, result]]) }
  call.attempt.nodes.set(key, end)
  return end
}

/** What a called workflow hands to its caller. */
function toOutputs(call: WorkflowCall, jobs: Readonly<Record<string, NodeEnd>>): Record<string, string> {
  const known = Object.entries(jobs).map(([id, { result, outputs }]) => [id, { result, outputs }])
  const scope = { contexts: { ...toCallScope(call).contexts, jobs: Object.fromEntries(known) } }
  const tokens = entries(outputTokens(call.loaded.workflow.token))
  return Object.fromEntries(tokens.map(([name, token]) => [name, toText(child(token, 'value'), scope) ?? '']))
}
