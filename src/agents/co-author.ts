import { harnessIdentity, type Identity } from '../git/objects/commits.ts'
import type { Agent } from '../model/plan.ts'
import { clis } from './adapters/clis.ts'

/** Who an agent is as a co-author of commits. One that is not known has an address that is no person's. */
export function toCoAuthor(agent: Agent): Identity {
  const known = agent.kind === 'cli' ? clis[agent.use].coAuthor : undefined
  return known ?? { name: agent.name, email: harnessIdentity.email }
}
