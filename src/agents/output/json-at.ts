export type Json = Readonly<Record<string, unknown>>

/** The object that a line holds; undefined when it holds something else. */
export function tryJson(line: string): Json | undefined {
  if (!line.startsWith('{')) return undefined
  try {
    return JSON.parse(line) as Json
  } catch {
    return undefined // a line that only looks like JSON is text
  }
}

/** Reads inside an event whose shape is not known for sure. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, step)
        ? (inner as Record<string | number, unknown>)[step]
        : undefined,
    value,
  )
}

/** A number that is not below zero: amounts of an agent cannot be. */
export function numberAt(value: unknown, ...path: readonly (string | number)[]): number | undefined {
  const found = at(value, ...path)
  return typeof found === 'number' && Number.isFinite(found) && found >= 0 ? found : undefined
}

export function textAt(value: unknown, ...path: readonly (string | number)[]): string | undefined {
  const found = at(value, ...path)
  return typeof found === 'string' && found !== '' ? found : undefined
}

export function listAt(value: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
  const found = at(value, ...path)
  return Array.isArray(found) ? found : []
}

/** The sum of the numbers that are known; undefined when none is. */
export function sum(...numbers: readonly (number | undefined)[]): number | undefined {
  const known = numbers.filter(number => number !== undefined)
  return known.length === 0 ? undefined : known.reduce((total, number) => total + number, 0)
}

/** What is left of a number without parts that it includes. */
export function minus(
  whole: number | undefined,
  ...parts: readonly (number | undefined)[]
): number | undefined {
  return whole === undefined ? undefined : Math.max(0, whole - (sum(...parts) ?? 0))
}
