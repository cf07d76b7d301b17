import type { Environment } from '../../model/plan.ts'
import { at, type JsonObject, textAt, tryJson } from '../output/json-at.ts'

/** How a CLI's key stays outside of the sandbox: it is pointed to another address, where the harness adds the key to its requests. */
export interface KeyRoute extends Pointer {
  /** The variable with the key. */
  readonly key: string
  /** The service's address, if the user names no other. */
  readonly service: string
  /** The header with the key, `{}` in its place. */
  readonly header: readonly [name: string, value: string]
  /** Its endpoints for models, below the address. Nothing else gets the key. */
  readonly endpoints: RegExp
}

/** How a CLI is told the address of a service. */
interface Pointer {
  /** The address that the user's variables name. */
  toAddress(env: Environment): string | undefined
  /** The variables that name another one. */
  toVariables(address: string, env: Environment): Environment
  /** Arguments of the CLI, before all others, that name it. Without the CLI as the command, the key goes inside. */
  readonly toArguments?: (address: string) => readonly string[]
  /** Other settings of the CLI. Undefined: none matters. */
  readonly settings?: OtherSettings
}

/** Settings of a CLI that the harness does not change, but would override. */
interface OtherSettings {
  /** Files of a repository. */
  readonly files: readonly string[]
  /** Files below the user's home, besides those that are copied for the CLI. */
  readonly homeFiles: readonly string[]
  /** Variables that name further files: with one of them, the key goes inside. */
  readonly variables: readonly string[]
  /** Whether the route may be taken with the texts of these files, and these variables. Otherwise, the key goes inside. */
  allow(text: string, env: Environment): boolean
}

/** Settings that name the address of a service. */
export const namesAddress = /base_?url/i

/** The CLI reads the address from a variable. */
export function byVariable(name: string): Pointer {
  return { toAddress: env => env[name] || undefined, toVariables: address => ({ [name]: address }) }
}

/** https://docs.claude.com/en/api */
export const anthropic: Omit<KeyRoute, 'key' | 'header'> = {
  ...byVariable('ANTHROPIC_BASE_URL'),
  service: 'https://api.anthropic.com',
  endpoints: /^(\/v1)?\/(messages(\/count_tokens)?|models(\/[\w.:-]+)?)$/,
}

/** https://platform.openai.com/docs/api-reference, and compatible services. */
export const openAi: KeyRoute = {
  ...byVariable('OPENAI_BASE_URL'),
  key: 'OPENAI_API_KEY',
  service: 'https://api.openai.com/v1',
  header: ['authorization', 'Bearer {}'],
  endpoints: /^\/(chat\/completions|responses(\/compact)?|embeddings|models(\/[\w.:-]+)?)$/,
}

/** https://ai.google.dev/api */
export const google: Omit<KeyRoute, keyof Pointer> = {
  key: 'GEMINI_API_KEY',
  service: 'https://generativelanguage.googleapis.com',
  header: ['x-goog-api-key', '{}'],
  endpoints:
    /^(\/v1(alpha|beta)?)?\/models(\/[\w.-]+(:(generate|streamGenerate|embed|batchEmbed)Contents?|:countTokens)?)?$/,
}

/** The options of a provider in the configuration that a variable holds: https://opencode.ai/docs/providers */
export function byProvider(variable: string, provider: string): Pointer {
  const path = ['provider', provider, 'options', 'baseURL']
  return {
    toAddress: env => textAt(tryConfig(env[variable]), ...path),
    toVariables: (address, env) => ({ [variable]: withValue(env[variable], path, address) }),
  }
}

/** Whether a value can be added to the configuration in a variable: it has no comments, for example. */
export function isExtensible(text: string | undefined): boolean {
  return (text ?? '').trim() === '' || tryConfig(text) !== undefined
}

function tryConfig(text: string | undefined): JsonObject | undefined {
  return tryJson((text ?? '').trim())
}

function withValue(text: string | undefined, path: readonly string[], value: string): string {
  return JSON.stringify(put(tryConfig(text), path, value))
}

function put(object: unknown, [name, ...path]: readonly string[], value: string): unknown {
  if (name === undefined) return value
  const fields = typeof object === 'object' && object !== null && !Array.isArray(object) ? object : {}
  return { ...fields, [name]: put(at(fields, name), path, value) }
}
