import type { Server } from 'node:net'
import { basename, join } from 'node:path'
import { tryCli } from '../../agents/adapters/clis.ts'
import type { KeyRoute } from '../../agents/adapters/key-routes.ts'
import { keyVariables } from '../../agents/agent-keys.ts'
import { toNamedClis } from '../../agents/sign-in.ts'
import { readPlainText } from '../../files/plain-file.ts'
import { toAgentEntry } from '../../model/agents/known-agents.ts'
import type { Agent, Environment } from '../../model/plan.ts'
import { createKeyProxy } from '../../sandbox/network/key-proxy.ts'
import type { Tokens } from '../../sandbox/network/token-count.ts'

/** An agent's substitute for its key. */
const placeholder = 'kept-outside-by-parallel-agents'

/** The port of the first key inside; further ones follow. */
const firstPort = 46129

/** Keys that stay outside: their substitutes inside, and the servers that add them. */
export interface KeptKeys {
  readonly env: Environment
  /** Arguments of the agent before all others. */
  readonly arguments: readonly string[]
  readonly servers: ReadonlyMap<number, Server>
}

export interface KeyRequest {
  readonly agent: Agent | undefined
  /** The environment that the agent would have. */
  readonly env: Environment
  /** The environment that names the user's proxy. */
  readonly outer: Environment
  /** The agent's settings, from the user. */
  readonly settings: readonly string[]
  /** The program of the command. */
  readonly program: string
  /** The user's checkout and home, which may have other settings. Those in the agent's checkout are its own. */
  readonly folders: { readonly repository: string; readonly home: string | undefined }
  onTokens(tokens: Tokens): void
}

/** Points an agent to servers of the harness for every key that can stay outside. */
export function keepKeys(request: KeyRequest): KeptKeys {
  const { agent, env, outer, onTokens } = request
  const routes = toRoutes(agent).filter(({ key }) => (env[key] ?? '') !== '')
  const kept = routes
    .filter(route => isOpen(route, request))
    .flatMap((route, index) => {
      const service = tryService(route.toAddress(env) ?? route.service)
      if (service === undefined) return []
      const port = firstPort + index
      const [name, value] = route.header
      const server = createKeyProxy({
        ...{ service, endpoints: route.endpoints, env: outer, onTokens },
        header: [name, value.replace('{}', env[route.key] as string)],
      })
      const address = `http://127.0.0.1:${port}${service.pathname.replace(/\/$/, '')}`
      return [{ port, server, route, address }]
    })
  const inside: Record<string, string> = {}
  for (const { route, address } of kept) {
    inside[route.key] = placeholder
    Object.assign(inside, route.toVariables(address, { ...env, ...inside }))
  }
  return {
    env: inside,
    arguments: kept.flatMap(({ route, address }) => route.toArguments?.(address) ?? []),
    servers: new Map(kept.map(({ port, server }) => [port, server])),
  }
}

/** Whether a key can stay outside without overriding a setting of the user or the repository. */
function isOpen({ settings, toArguments }: KeyRoute, request: KeyRequest): boolean {
  const { agent, env, folders, program } = request
  const isCli = agent?.kind === 'cli' && toAgentEntry(agent.use).program === basename(program)
  if (toArguments !== undefined && !isCli) return false
  if (settings === undefined) return true
  const { repository, home } = folders
  const files = settings.files.map(file => join(repository, file))
  const homeFiles = home === undefined ? [] : settings.homeFiles.map(file => join(home, file))
  const texts = [...request.settings, ...[...files, ...homeFiles].map(path => readPlainText(path))]
  return settings.variables.every(name => !env[name]) && settings.allow(texts.join('\n'), env)
}

/** The routes of the CLI, or of the CLIs in a command. It is unknown what other commands do with a key: they get it. */
function toRoutes(agent: Agent | undefined): readonly KeyRoute[] {
  if (agent === undefined) return []
  const names = agent.kind === 'cli' ? [agent.use] : toNamedClis(agent.command)
  return names.flatMap(name => tryCli(name)?.keyRoutes ?? [])
}

function tryService(address: string): URL | undefined {
  try {
    const url = new URL(address)
    return ['http:', 'https:'].includes(url.protocol) ? url : undefined
  } catch {
    return undefined // the CLI reports its errors
  }
}

/** Variables that hold credentials. */
const secretVariable =
  /(^|_)(TOKEN|SECRET|PASSWORD|PASSWD|API_?KEY|PRIVATE_?KEY|ACCESS_?KEY(_ID)?|CREDENTIALS?)$|^(GH|GITHUB|GITLAB)_TOKEN$/i
const forgeToken = /^(GH|GITHUB|GITLAB|GITEA|ACTIONS_RUNTIME|ACTIONS_ID_TOKEN_REQUEST)_?(ENTERPRISE_)?TOKEN$/

/**
 * An environment without secrets from the user's shell that the plan does not name. A CLI keeps its own; a command keeps the rest,
 * because only its author knows what it needs; scripts keep no key of an agent.
 */
export function withoutForeignKeys(
  env: Environment,
  { agent, outer, named }: Pick<KeyRequest, 'agent' | 'outer'> & { readonly named: Environment },
): Environment {
  const own = agent?.kind === 'cli' ? toAgentEntry(agent.use).variables : []
  const isForeign = (name: string) => {
    if (own.includes(name)) return false
    if (agent?.kind === 'command') return forgeToken.test(name)
    return (
      keyVariables.has(name) || forgeToken.test(name) || (agent !== undefined && secretVariable.test(name))
    )
  }
  return Object.fromEntries(
    Object.entries(env).filter(
      ([name, value]) => !isForeign(name) || named[name] !== undefined || outer[name] !== value,
    ),
  )
}
