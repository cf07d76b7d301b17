import { knownAgents, toAgentEntry } from '../../model/agents/known-agents.ts'
import { readYaml } from '../../plan/yaml/yaml-document.ts'

/** What tells agents what to do. Nothing in it is run. */
export const instructionFiles: readonly string[] = [
  '**/AGENTS.md',
  '**/.agents/skills/**/*.md',
  ...knownAgents.flatMap(name => toAgentEntry(name).instructions),
]

/** Keys of a plan that say how work is cut and bounded: scopes, protection, prompts, time limits. None of them is a command. */
export const learnedPlanKeys = [
  'protected',
  'overlap',
  'retries',
  'retry',
  'timeout-minutes',
  'stall-minutes',
  'tasks.*.files',
  'tasks.*.needs',
  'tasks.*.prompt',
  'tasks.*.title',
  'tasks.*.retries',
  'tasks.*.retry',
  'tasks.*.timeout-minutes',
  'tasks.*.stall-minutes',
  'tasks.*.estimate-minutes',
  'tasks.*.plan-first',
  'agents.*.prompt',
  'integration.contracts',
] as const

/** Keys that differ between two texts of a plan and that no proposal may change. A text that cannot be read is one itself. */
export function findForbiddenKeys(before: string, after: string): string[] {
  const [old, now] = [readYaml(before), readYaml(after)]
  if (!('value' in old) || !('value' in now)) return ['(no longer valid YAML)']
  const allowed = learnedPlanKeys.map(key => key.split('.'))
  const isAllowed = (path: readonly string[]) =>
    allowed.some(
      key => key.length <= path.length && key.every((part, at) => part === '*' || part === path[at]),
    )
  return listDifferences(old.value, now.value, [])
    .filter(path => !isAllowed(path))
    .map(path => path.join('.') || '(all of it)')
}

function listDifferences(a: unknown, b: unknown, path: readonly string[]): (readonly string[])[] {
  if (JSON.stringify(a) === JSON.stringify(b)) return []
  if (!isMapping(a) || !isMapping(b) || path.length === 3) return [path]
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].flatMap(key => listDifferences(a[key], b[key], [...path, key]))
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
