import { toNamedClis } from '../../agents/sign-in.ts'
import { knownAgents, toAgentEntry } from '../../model/agents/known-agents.ts'
import { type Destination, isLoopback, toAllowedHost } from '../../model/network/allow-list.ts'
import { registries } from '../../model/network/registries.ts'
import type { Agent, Environment, Plan } from '../../model/plan.ts'
import { findHosts, findServices } from '../../sandbox/network/named-hosts.ts'
import type { CoveredNetwork } from '../../sandbox/sandbox.ts'

/** The hosts that a command may reach. */
export interface Reach {
  /** Entries of an allow-list. */
  readonly allowed: readonly string[]
  /** Services on the machine's loopback. */
  readonly services: readonly Destination[]
}

export interface Reaching {
  readonly plan: Pick<Plan, 'network'>
  readonly agent: Agent | undefined
  /** The environment of the command. */
  readonly env: Environment
  /** Settings of its tools, which also name hosts. */
  readonly settings: readonly string[]
  /** Number of its keys that stay outside: then it reaches its services through the harness. */
  readonly kept: number
}

const allRegistries = Object.keys(registries).map(name => `registry:${name}`)

/**
 * The network of commands. A separate network ends with its command: if several commands of a checkout must reach a service, or a
 * database on this machine, they share the machine's loopback (ADR 14).
 */
export function toPlannedNetwork(plan: NetworkPlan): Plan['network'] {
  return tryServers(plan) === undefined ? plan.network : 'full'
}

type NetworkPlan = Pick<Plan, 'network' | 'services' | 'checkout'>

/** Part of a plan whose servers commands must reach. */
function tryServers({ services, checkout }: NetworkPlan): string | undefined {
  if (Object.keys(services).length > 0) return 'services'
  return checkout.databases.some(({ kind }) => kind !== 'sqlite') ? 'a database on a server' : undefined
}

/** The same, for people. */
export function toCoveredNetwork(plan: NetworkPlan): CoveredNetwork {
  const network = toPlannedNetwork(plan)
  return network === 'full' ? { openFor: tryServers(plan) ?? 'network: full' } : network
}

/**
 * The hosts of the plan, or the registries; those that the agent's CLI needs; and those that a person named: services in variables
 * and in settings. A service on loopback is one of the machine.
 */
export function toReach({ plan, agent, env, settings, kept }: Reaching): Reach {
  const planned = plan.network === undefined || plan.network === 'full' ? allRegistries : plan.network
  const named = [...findServices(env), ...settings.flatMap(findHosts)]
  const entries = [...planned, ...(kept > 0 ? [] : toAgentHosts(agent, env)), ...named.map(toAllowedHost)]
  const local = planned.flatMap(entry => findHosts(`tcp://${entry}`)).filter(({ host }) => isLoopback(host))
  return {
    allowed: entries.filter(entry => !isLoopback(entry.replace(/:\d+$/, ''))),
    services: [...named.filter(({ host }) => isLoopback(host)), ...local],
  }
}

/** For a command, also the services that it has a key for. */
function toAgentHosts(agent: Agent | undefined, env: Environment): readonly string[] {
  if (agent === undefined) return []
  if (agent.kind === 'cli') return toAgentEntry(agent.use).hosts
  const byKey = knownAgents.filter(name =>
    toAgentEntry(name).variables.some(key => isKey.test(key) && env[key]),
  )
  return [...toNamedClis(agent.command), ...byKey].flatMap(name => toAgentEntry(name).hosts)
}

const isKey = /(KEY|TOKEN)$/
