import { keyVariables } from '../../agents/agent-keys.ts'
import type { Environment } from '../../model/plan.ts'
import { RefusedError } from '../../model/refused-error.ts'
import { findForbidden } from './job-environment.ts'
import { isLongEnough } from './secrets.ts'

/** The variables of the secret `AGENT_ENV`. */
export interface AgentVariables {
  readonly env: Environment
  /** Variables that no CLI reads as its key: setup, agents and tests may see them, as if the workflow had named them. */
  readonly named: readonly string[]
  /** What the log must not show. */
  readonly secrets: readonly string[]
}

/**
 * Reads the variable `AGENT_ENV`: lines `NAME=value`, for settings without their own secret, such as Bedrock, Vertex or a gateway.
 * Messages never quote a line: it may be a secret.
 */
export function readAgentVariables(text: string | undefined): AgentVariables {
  const env: Record<string, string> = {}
  for (const [index, raw] of (text ?? '').split(/\r?\n/).entries()) {
    const line = raw.trim().replace(/^export\s+/, '')
    if (line === '' || line.startsWith('#')) continue
    const [, name, value] = /^([A-Za-z_][A-Za-z0-9_]*)=(.*)$/.exec(line) ?? []
    if (name === undefined || value === undefined)
      throw new RefusedError(`AGENT_ENV: line ${index + 1} is not NAME=value`)
    env[name] = value.replace(/^(["'])(.*)\1$/, '$2')
  }
  const forbidden = findForbidden(Object.keys(env))
  if (forbidden.length > 0)
    throw new RefusedError(`AGENT_ENV sets reserved variables: ${forbidden.join(', ')}`)
  const named = Object.keys(env).filter(name => !keyVariables.has(name))
  return { env, named, secrets: Object.values(env).filter(isLongEnough) }
}
