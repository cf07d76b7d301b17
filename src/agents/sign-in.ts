import { type KnownAgent, knownAgents, toAgentEntry } from '../model/agents/known-agents.ts'
import type { SignIn } from '../model/agents/table/agent-entry.ts'
import type { Agent } from '../model/plan.ts'
import { tryCli } from './adapters/clis.ts'

/** What an agent needs of the user's home. A command gets what the CLIs in it need. */
export function toSignIns(agent: Agent): SignIn[] {
  if (agent.kind !== 'cli') return toNamedClis(agent.command).map(name => toAgentEntry(name).home)
  const { files, config, ...rest } = toAgentEntry(agent.use).home
  const noUserConfig = tryCli(agent.use)?.options.noUserConfig
  const isAlone = agent.userConfig === undefined ? noUserConfig?.isDefault === true : !agent.userConfig
  return [{ files, config: isAlone ? [] : config, ...rest }]
}

/** The known CLIs, or their servers, that a shell command visibly starts. */
export function toNamedClis(command: string): KnownAgent[] {
  const words = new Set(
    command.split(/[^\w./@-]+/).map(word => word.replace(/^.*\//, '').replace(/@.*$/, '')),
  )
  return knownAgents.filter(name => {
    const { program, acp, install } = toAgentEntry(name)
    return (
      words.has(program) || words.has(acp.command[0]) || command.includes(install.split(' ').at(-1) as string)
    )
  })
}
