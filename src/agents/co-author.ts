import { harnessIdentity, type Identity } from '../git/objects/commits.ts'
import type { Agent } from '../model/plan.ts'
import { tryCli } from './adapters/clis.ts'
import { tryKnownAgent } from './agent-way.ts'

/** Who an agent is as a co-author of commits. One that is not known has an address that is no person's. */
export function toCoAuthor(agent: Agent): Identity {
  const known = tryKnownAgent(agent)
  return (
    (known === undefined ? undefined : tryCli(known)?.coAuthor) ?? {
      name: agent.name,
      email: harnessIdentity.email,
    }
  )
}
