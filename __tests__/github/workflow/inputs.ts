import type { Scope } from './expression.ts'
import { child, entries, literal, type Token, toValue } from './token.ts'

/** A value of the `inputs` context. */
export type Input = string | number | boolean

export type Inputs = Readonly<Record<string, Input>>

interface InputDefinition {
  readonly name: string
  readonly type: string
  readonly required: boolean
  readonly fallback: Token | undefined
  readonly options: readonly string[] | undefined
}

/** The inputs that a workflow declares for one of its events. */
export function readInputDefinitions(
  workflow: Token,
  event: 'workflow_call' | 'workflow_dispatch',
): InputDefinition[] {
  return entries(child(workflow, 'on', event, 'inputs')).map(([name, token]) => ({
    name,
    type: literal(child(token, 'type')) ?? 'string',
    required: literal(child(token, 'required')) === 'true',
    fallback: child(token, 'default'),
    options: child(token, 'options') && (toValue(child(token, 'options'), { contexts: {} }) as string[]),
  }))
}

const empty: Readonly<Record<string, Input>> = { boolean: false, number: 0 }

/** The inputs of a dispatch, from texts. Throws what GitHub answers to wrong ones. */
export function toDispatchInputs(workflow: Token, given: Readonly<Record<string, string>>): Inputs {
  const definitions = readInputDefinitions(workflow, 'workflow_dispatch')
  const known = definitions.map(({ name }) => name)
  const unexpected = Object.keys(given).filter(name => !known.includes(name))
  if (unexpected.length > 0) throw new Error(`Unexpected inputs provided: ${JSON.stringify(unexpected)}`)
  checkDispatchSize(given, known.length)
  return Object.fromEntries(
    definitions.map(definition => [definition.name, toDispatchInput(definition, given)]),
  )
}

function checkDispatchSize(given: Readonly<Record<string, string>>, count: number): void {
  if (count > 25) throw new Error(`you may only define up to 25 inputs for a workflow_dispatch event`)
  if (JSON.stringify(given).length > 65_535) throw new Error('inputs are too large.')
}

function toDispatchInput(definition: InputDefinition, given: Readonly<Record<string, string>>): Input {
  const { name, type, required, fallback, options } = definition
  const text = given[name] ?? literal(fallback) ?? ''
  if (required && text === '') throw new Error(`Required input '${name}' not provided`)
  if (options !== undefined && !options.includes(text)) {
    throw new Error(`Provided value '${text}' for input '${name}' not in the list of allowed values`)
  }
  if (type === 'boolean') return toBoolean(name, text)
  if (type === 'number' && text !== '') return Number(text)
  return text
}

function toBoolean(name: string, text: string): boolean {
  if (text !== '' && text !== 'true' && text !== 'false') {
    throw new Error(`Provided value '${text}' for input '${name}' is not a boolean`)
  }
  return text === 'true'
}

/** What a call gets wrong that is known before anything runs. */
export function findCallProblem(caller: Token, called: Token): string | undefined {
  const given = entries(child(caller, 'with')).map(([name]) => name)
  const definitions = readInputDefinitions(called, 'workflow_call')
  const unknown = given.find(name => !definitions.some(definition => definition.name === name))
  if (unknown !== undefined) return `Invalid input, ${unknown} is not defined in the referenced workflow.`
  const missing = definitions.find(({ name, required }) => required && !given.includes(name))
  if (missing !== undefined) return `Input ${missing.name} is required, but not provided while calling.`
  return findSecretProblem(caller, called)
}

function findSecretProblem(caller: Token, called: Token): string | undefined {
  const secrets = child(caller, 'secrets')
  if (secrets?.toString() === 'inherit') return undefined
  const given = entries(secrets).map(([name]) => name)
  const definitions = entries(child(called, 'on', 'workflow_call', 'secrets'))
  const unknown = given.find(name => !definitions.some(([defined]) => defined === name))
  if (unknown !== undefined) return `Invalid secret, ${unknown} is not defined in the referenced workflow.`
  const missing = definitions.find(
    ([name, token]) => literal(child(token, 'required')) === 'true' && !given.includes(name),
  )
  return missing && `Secret ${missing[0]} is required, but not provided while calling.`
}

/** The inputs of a called workflow. `callerScope` is for the values, `calledScope` for defaults. Throws on a wrong type. */
export function toCallInputs(caller: Token, callerScope: Scope, called: Token, calledScope: Scope): Inputs {
  const definitions = readInputDefinitions(called, 'workflow_call')
  return Object.fromEntries(
    definitions.map(({ name, type, fallback }) => {
      const given = child(caller, 'with', name)
      const value = given === undefined ? toValue(fallback, calledScope) : toValue(given, callerScope)
      return [name, checkType(name, type, value ?? empty[type] ?? '')]
    }),
  )
}

function checkType(name: string, type: string, value: unknown): Input {
  const isText = type === 'string' && typeof value !== 'object'
  if (typeof value !== type && !isText) {
    throw new Error(`The value of input '${name}' must be a ${type}, not ${JSON.stringify(value)}`)
  }
  return isText ? String(value) : (value as Input)
}
