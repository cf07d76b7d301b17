import { harnessIdentity, type Identity } from '../git/objects/commits.ts'
import type { Agent } from '../model/plan.ts'
import { tryCli } from './adapters/clis.ts'
import { tryKnownAgent } from './agent-way.ts'

/** An agent as co-author of commits. An unknown one gets an address that belongs to no person. */
export function toCoAuthor(agent: Agent): Identity {
  const known = tryKnownAgent(agent)
  return (
    (known === undefined ? undefined : tryCli(known)?.coAuthor) ?? {
      name: agent.name,
      email: harnessIdentity.email,
    }
  )
}
