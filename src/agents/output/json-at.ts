export type JsonObject = Readonly<Record<string, unknown>>

/** No event needs as much. Programs that go into each level fail in deeper ones, among them `JSON.stringify`. */
const mostLevels = 200

/** The object in a line; undefined for anything else, and for one that is nested too deeply. */
export function tryJson(line: string): JsonObject | undefined {
  if (!line.startsWith('{') || isTooDeep(line)) return undefined
  try {
    return JSON.parse(line) as JsonObject
  } catch {
    return undefined // a line that only looks like JSON is text
  }
}

function isTooDeep(line: string): boolean {
  let level = 0
  let isText = false
  for (let index = 0; index < line.length && level <= mostLevels; index++) {
    const character = line[index]
    if (character === '"') isText = !isText
    else if (isText) index += character === '\\' ? 1 : 0
    else if (character === '{' || character === '[') level++
    else if (character === '}' || character === ']') level--
  }
  return level > mostLevels
}

/** Reads inside an event of unverified shape. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, step)
        ? (inner as Record<string | number, unknown>)[step]
        : undefined,
    value,
  )
}

/** With larger amounts, sums and prices are no numbers any more. */
const mostAmount = 1e15

/** A non-negative number: an agent's amounts are never negative, nor astronomic. */
export function numberAt(value: unknown, ...path: readonly (string | number)[]): number | undefined {
  const found = at(value, ...path)
  return typeof found === 'number' && found >= 0 && found <= mostAmount ? found : undefined
}

export function textAt(value: unknown, ...path: readonly (string | number)[]): string | undefined {
  const found = at(value, ...path)
  return typeof found === 'string' && found !== '' ? found : undefined
}

export function listAt(value: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
  const found = at(value, ...path)
  return Array.isArray(found) ? found : []
}

/** The sum of the known numbers; undefined if none is known. */
export function sum(...numbers: readonly (number | undefined)[]): number | undefined {
  const known = numbers.filter(number => number !== undefined)
  return known.length === 0 ? undefined : known.reduce((total, number) => total + number, 0)
}

/** A number without the parts that it includes. */
export function minus(
  whole: number | undefined,
  ...parts: readonly (number | undefined)[]
): number | undefined {
  return whole === undefined ? undefined : Math.max(0, whole - (sum(...parts) ?? 0))
}
