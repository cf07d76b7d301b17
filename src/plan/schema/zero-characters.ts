import type { PlanPath, Problem } from '../yaml/problem.ts'

const zeroCharacter = '\0'

export const zeroCharacterMessage =
  'holds a zero character (\\0), which cannot be given to a program: take it out'

/** Texts with a zero character: prompts, commands and variables are given to programs, and no argument can hold one. */
export function findZeroCharacters(value: unknown, path: PlanPath = []): Problem[] {
  if (typeof value === 'string')
    return hasZeroCharacter(value) ? [{ path, message: `\`${path.at(-1)}\` ${zeroCharacterMessage}` }] : []
  if (typeof value !== 'object' || value === null) return []
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
  return entries.flatMap(([key, inner]) => findZeroCharacters(inner, [...path, key]))
}

export function hasZeroCharacter(text: string): boolean {
  return text.includes(zeroCharacter)
}
