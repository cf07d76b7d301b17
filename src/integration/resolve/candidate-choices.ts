/** Which candidate is taken in each file, by its place in the list. */
export type Choice = readonly number[]

/**
 * All ways to take one candidate in each of some files, the most trusted first: all first ones together, then those in which one file has its
 * second one, and so on. What is tried together is only taken apart when it fails.
 *
 * @param counts How many candidates each file has.
 */
export function listChoices(counts: readonly number[], most: number): Choice[] {
  const choices: Choice[] = []
  const furthest = counts.reduce((sum, count) => sum + count - 1, 0)
  for (let distance = 0; distance <= furthest && choices.length < most; distance++)
    choices.push(...listAt(counts, distance))
  return choices.slice(0, most)
}

/** Those whose places add up to a number. */
function listAt([count, ...others]: readonly number[], distance: number): Choice[] {
  if (count === undefined) return distance === 0 ? [[]] : []
  const places = Array.from({ length: Math.min(count, distance + 1) }, (_, place) => place)
  return places.flatMap(place => listAt(others, distance - place).map(rest => [place, ...rest]))
}
