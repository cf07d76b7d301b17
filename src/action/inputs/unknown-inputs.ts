import type { Environment } from '../../model/plan.ts'
import { trySuggest } from '../../plan/schema/suggest.ts'
import { toInputLine, toVariable } from './input-reader.ts'
import { type InputName, inputNames } from './inputs.ts'

/** Names of our inputs in other actions. */
const otherNames: Readonly<Record<string, InputName>> = {
  concurrency: 'max-parallel',
  cwd: 'working-directory',
  deadline: 'deadline-minutes',
  directory: 'working-directory',
  environment: 'env',
  mode: 'command',
  only: 'tasks',
  parallel: 'max-parallel',
  'plan-file': 'plan',
  preview: 'dry-run',
  'run-id': 'run',
  secrets: 'env',
  timeout: 'deadline-minutes',
  'timeout-minutes': 'deadline-minutes',
  token: 'github-token',
  variables: 'env',
  workdir: 'working-directory',
}

/** A problem for each unknown input whose intention is clear: it would be ignored silently. GitHub warns about the others itself. */
export function findUnknownInputs(env: Environment): string[] {
  const known = new Set(inputNames.map(toVariable))
  return Object.entries(env)
    .filter(([variable]) => variable.startsWith('INPUT_') && !known.has(variable))
    .flatMap(([variable, value]) => tryProblem(variable.slice('INPUT_'.length).toLowerCase(), value) ?? [])
}

function tryProblem(name: string, value: string): string | undefined {
  const kebab = name.replaceAll('_', '-')
  if (isKeyName(kebab)) return toKeyProblem(name)
  const meant = otherNames[kebab] ?? inputNames.find(known => known === trySuggest(kebab, inputNames))
  if (meant === undefined) return undefined
  return `\`${name}\` is not an input. Write:\n${toInputLine(meant, toExample(meant, value))}`
}

/** Agents' keys are variables of the step, so that only agents that need them get them. */
function isKeyName(kebab: string): boolean {
  return /(^|-)(api-key|oauth-token|auth-token)$/.test(kebab)
}

function toKeyProblem(name: string): string {
  const variable = name.replaceAll('-', '_').toUpperCase()
  return (
    `\`${name}\` is not an input: the keys of agents go into the environment of the step, beside \`with:\`. Write:\n` +
    `  env:\n    ${variable}: \${{ secrets.${variable} }}`
  )
}

/** The given value, unless it may be a secret. */
function toExample(meant: InputName, value: string): string {
  if (meant === 'github-token') return `\${{ github.token }}`
  if (meant === 'env' || value.trim() === '' || value.includes('\n')) return '…'
  return value.trim()
}
