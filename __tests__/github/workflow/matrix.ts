/** The values of one job of a matrix. */
export type Leg = Readonly<Record<string, unknown>>

/** The most jobs that a matrix may make. */
const mostLegs = 256

/**
 * The legs of an evaluated `strategy.matrix`, by GitHub's rules: all combinations, less `exclude`, each joined by what of
 * `include` overwrites no original value; the rest of `include` are legs of their own.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstrategymatrix
 * Throws when there are none, or more than 256.
 */
export function toLegs(matrix: Readonly<Record<string, unknown>>): Leg[] {
  const { include, exclude, ...vectors } = matrix
  for (const [name, values] of Object.entries(vectors)) {
    if (!Array.isArray(values)) throw new Error(`A sequence was expected for the matrix vector '${name}'`)
    if (values.length === 0) throw new Error(`Matrix vector '${name}' does not contain any values`)
  }
  const combinations = combine(vectors as Record<string, unknown[]>)
  const originals = combinations.filter(leg => !toList(exclude).some(pattern => matches(leg, pattern)))
  const legs = addIncluded(originals, toList(include))
  if (legs.length === 0) throw new Error('Matrix must define at least one vector')
  if (legs.length > mostLegs) {
    throw new Error(
      `The strategy configuration would result in ${legs.length} jobs; it may at most in ${mostLegs}`,
    )
  }
  return legs
}

function toList(value: unknown): Leg[] {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value)) throw new Error("A sequence was expected for the matrix's include and exclude")
  return value as Leg[]
}

function combine(vectors: Readonly<Record<string, unknown[]>>): Leg[] {
  if (Object.keys(vectors).length === 0) return []
  return Object.entries(vectors).reduce<Leg[]>(
    (legs, [name, values]) => legs.flatMap(leg => values.map(value => ({ ...leg, [name]: value }))),
    [{}],
  )
}

function addIncluded(originals: readonly Leg[], included: readonly Leg[]): Leg[] {
  const joined = originals.map(leg => ({ ...leg }))
  const alone: Leg[] = []
  for (const addition of included) {
    const hosts = originals.flatMap((leg, index) => (isCompatible(leg, addition) ? [index] : []))
    if (hosts.length === 0) alone.push(addition)
    for (const index of hosts) Object.assign(joined[index] as Record<string, unknown>, addition)
  }
  return [...joined, ...alone]
}

/** True when an addition overwrites no original value of a leg. */
function isCompatible(leg: Leg, addition: Leg): boolean {
  return Object.keys(addition).every(name => !(name in leg) || isEqual(leg[name], addition[name]))
}

/** True when a leg has every value that an exclusion names, deep inside of objects too. */
function matches(value: unknown, pattern: unknown): boolean {
  if (typeof pattern !== 'object' || pattern === null) return isEqual(value, pattern)
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.entries(pattern).every(([key, inner]) => matches((value as Leg)[key], inner))
  )
}

function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** What GitHub puts in brackets behind the name of a job: every scalar of its leg. */
export function toLegName(leg: Leg): string {
  const scalars = (value: unknown): string[] =>
    typeof value === 'object' && value !== null ? Object.values(value).flatMap(scalars) : [String(value)]
  return scalars(leg).join(', ')
}
