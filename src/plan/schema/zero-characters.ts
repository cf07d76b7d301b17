import type { PlanPath, Problem } from '../yaml/problem.ts'

const zeroCharacter = '\0'

export const zeroCharacterMessage =
  'contains a NUL character (\\0), which cannot be passed to a program: remove it'

/**
 * Texts with a zero character: prompts, commands and variables are passed to programs, and no argument can hold one. Aliases of YAML
 * may lead to one value many times, or in a circle, so each value is inspected once.
 */
export function findZeroCharacters(value: unknown): Problem[] {
  const seen = new Set<object>()
  const problems: Problem[] = []
  const open: { value: unknown; path: PlanPath }[] = [{ value, path: [] }]
  for (let at = 0; at < open.length; at++) {
    const { value, path } = open[at] as (typeof open)[number]
    if (typeof value === 'string' && hasZeroCharacter(value))
      problems.push({ path, message: `\`${path.at(-1)}\` ${zeroCharacterMessage}` })
    if (typeof value !== 'object' || value === null || seen.has(value)) continue
    seen.add(value)
    const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
    open.push(...entries.map(([key, inner]) => ({ value: inner, path: [...path, key] })))
  }
  return problems
}

export function hasZeroCharacter(text: string): boolean {
  return text.includes(zeroCharacter)
}
