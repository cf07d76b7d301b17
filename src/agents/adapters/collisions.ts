import type { Agent } from '../../model/plan.ts'
import { tryCli } from './clis.ts'

/** Why a CLI failed that met another process of its kind in a file of its own; undefined: its lines say nothing of that. */
export function tryCollisionText(agent: Agent, lines: readonly string[]): string | undefined {
  const known = agent.kind === 'cli' ? tryCli(agent.use)?.collision : undefined
  const line = known && lines.find(line => known.pattern.test(line))
  return known === undefined || line === undefined ? undefined : `${known.reason}: ${line}`
}
